//! Where the program's own files live: the only user of `directories`.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The program's directories, as overridden on the command line or as the platform has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paths {
    /// Bookmarks, read marks and positions; in the library, where the settings have it so.
    pub state: PathBuf,
    /// What can be made again.
    pub cache: PathBuf,
    /// The settings file.
    pub config: PathBuf,
}

impl Paths {
    /// Takes what is given and asks the platform for the rest; below the working directory on a
    /// platform that has no home for users.
    #[must_use]
    pub fn new(state: Option<&Path>, cache: Option<&Path>, config: Option<&Path>) -> Self {
        let dirs = ProjectDirs::from("", "", "sahifa");
        let platform = |of: fn(&ProjectDirs) -> &Path| {
            dirs.as_ref().map_or_else(|| PathBuf::from(".sahifa"), |dirs| of(dirs).to_owned())
        };
        let or = |given: Option<&Path>, of| given.map_or_else(|| platform(of), Path::to_owned);
        Self {
            state: or(state, ProjectDirs::data_dir),
            cache: or(cache, ProjectDirs::cache_dir),
            config: config.map_or_else(
                || platform(ProjectDirs::config_dir).join("config.toml"),
                Path::to_owned,
            ),
        }
    }
}
