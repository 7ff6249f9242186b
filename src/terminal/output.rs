//! What the drawing library writes to. A frame is collected and sent in one piece at its flush, so
//! that no frame is shown half, and after the screen has been left it goes nowhere.

use std::io;
use std::io::Write;

use super::screen;

/// The writer of the entered screen.
#[derive(Debug, Default)]
pub struct Output {
    frame: Vec<u8>,
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let sent = screen::write(&self.frame);
        self.frame.clear();
        sent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_an_entered_screen_a_frame_goes_nowhere() {
        let mut output = Output::default();
        output.write_all(b"frame").unwrap();
        output.flush().unwrap();
        assert_eq!(output.frame, b"");
    }
}
