//! Tables: which of them hold data, and what stands in their cells. A table that only arranges a
//! page is no table to a reader.

use dom_query::NodeRef;

use super::dom;
use super::inline;
use crate::article::Content;
use crate::article::Rich;

/// The text of a cell beyond which it is a column of a page.
const MAX_CELL: usize = 1200;

/// The table as a block, or `None` when its cells are to be read as blocks of their own.
pub(super) fn data(table: &NodeRef<'_>, base: Option<&str>) -> Option<Content> {
    let rows = rows(table)?;
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let has_header_cell = rows.iter().flatten().any(|cell| cell.has_name("th"));
    let role = dom::attribute(table, "role").unwrap_or_default();
    let is_layout = matches!(role.as_str(), "presentation" | "none")
        || columns < 2
        || (rows.len() < 2 && !has_header_cell)
        || rows.iter().flatten().any(is_page_column);
    if is_layout {
        return None;
    }
    let is_header = |row: &Vec<NodeRef<'_>>| {
        row.iter().all(|cell| cell.has_name("th"))
            || row.iter().any(|cell| cell.ancestors_it(Some(3)).any(|up| up.has_name("thead")))
    };
    let header = rows.first().is_some_and(is_header);
    let cell = |cell: &NodeRef<'_>| inline::rich(cell, base);
    let cells = |row: &Vec<NodeRef<'_>>| row.iter().map(|node| (span(node), cell(node))).collect();
    let rows = grid(rows.iter().map(cells).collect());
    Some(Content::Table { rows, header })
}

/// How many columns and rows a cell takes.
type Span = (usize, usize);

/// No table is wider, and what claims to be is broken.
const MAX_SPAN: usize = 100;

fn span(cell: &NodeRef<'_>) -> Span {
    let number = |name| dom::attribute(cell, name).and_then(|span| span.parse::<usize>().ok());
    let bounded = |name| number(name).unwrap_or(1).clamp(1, MAX_SPAN);
    (bounded("colspan"), bounded("rowspan"))
}

/// The cells in their columns (WHATWG HTML, 4.9.12): a cell that takes several places stands in the
/// first of them, and the others are empty.
fn grid(rows: Vec<Vec<(Span, Rich)>>) -> Vec<Vec<Rich>> {
    // For each column, how many rows from here on are taken from above.
    let mut taken: Vec<usize> = Vec::new();
    let mut grid = Vec::with_capacity(rows.len());
    for cells in rows {
        let mut row: Vec<Rich> = Vec::new();
        for ((columns, down), text) in cells {
            fill(&mut row, &mut taken);
            let from = row.len();
            row.push(text);
            row.resize(from + columns, Rich::default());
            taken.resize(taken.len().max(row.len()), 0);
            taken.iter_mut().skip(from).take(columns).for_each(|rows| *rows = down - 1);
        }
        fill(&mut row, &mut taken);
        // Columns that this row does not reach are still taken from above.
        taken.iter_mut().skip(row.len()).for_each(|rows| *rows = rows.saturating_sub(1));
        grid.push(row);
    }
    grid
}

/// Passes over the columns that are taken from above.
fn fill(row: &mut Vec<Rich>, taken: &mut [usize]) {
    while let Some(rows) = taken.get_mut(row.len()).filter(|rows| **rows > 0) {
        *rows -= 1;
        row.push(Rich::default());
    }
}

/// The rows of a table that has no table inside.
fn rows<'a>(table: &NodeRef<'a>) -> Option<Vec<Vec<NodeRef<'a>>>> {
    let mut rows: Vec<Vec<NodeRef<'a>>> = Vec::new();
    for node in table.descendants_it() {
        match dom::name(&node).as_str() {
            "table" => return None,
            "tr" => rows.push(Vec::new()),
            "td" | "th" => rows.last_mut()?.push(node),
            _ => {}
        }
    }
    rows.retain(|row| !row.is_empty());
    Some(rows)
}

fn is_page_column(cell: &NodeRef<'_>) -> bool {
    let is_blockish = |node: NodeRef<'_>| {
        let name = dom::name(&node);
        matches!(
            name.as_str(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "pre" | "blockquote" | "figure" | "article"
        )
    };
    cell.text().len() > MAX_CELL || cell.descendants_it().any(is_blockish)
}

#[cfg(test)]
mod tests {
    use super::*;
    use dom_query::Document;

    fn table(html: &str) -> Option<Content> {
        let page = Document::fragment(html);
        data(&page.select("table").nodes()[0], None)
    }

    #[test]
    fn a_table_of_data_has_rows_and_a_header() {
        let html = "<table><tr><th>المدينة<th>السكان<tr><td>تونس<td>٦٠٢٥٦٠</table>";
        let Some(Content::Table { rows, header }) = table(html) else { panic!("no table") };
        assert!(header);
        assert_eq!(rows[1][0].text(), "تونس");
    }

    #[test]
    fn spans_keep_the_columns_aligned() {
        let html = "<table><tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d<tr><td rowspan=2>e<td>f<td>g<tr><td>h<td>i</table>";
        let Some(Content::Table { rows, .. }) = table(html) else { panic!("no table") };
        let texts: Vec<Vec<&str>> =
            rows.iter().map(|row| row.iter().map(Rich::text).collect()).collect();
        assert_eq!(texts, [["a", "b", ""], ["", "c", "d"], ["e", "f", "g"], ["", "h", "i"]]);
    }

    #[test]
    fn a_table_that_arranges_the_page_is_none() {
        assert_eq!(table("<table><tr><td><p>one column</table>"), None);
        assert_eq!(table("<table><tr><td>menu<td><h1>x</h1><p>y</table>"), None);
    }
}
