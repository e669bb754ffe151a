//! Keeps a spreadsheet from taking a cell of ours for a formula (OWASP, CSV injection; ASVS 5.0, 1.2.10).

/// What makes a spreadsheet calculate, with the full-width forms some of them read alike.
const TRIGGERS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
const GUARD: char = '\'';

/// Gives a text cell as it may stand in a CSV file: guarded by an apostrophe if it begins like a formula.
///
/// For text only: a number that our own code wrote may begin with a minus.
#[must_use]
pub fn guard(text: &str) -> std::borrow::Cow<'_, str> {
    if text.starts_with(TRIGGERS) {
        format!("{GUARD}{text}").into()
    } else {
        text.into()
    }
}

/// One line of a CSV file: guarded, quoted where needed, ended as RFC 4180 says.
#[must_use]
pub fn line<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let cells: Vec<_> = cells.into_iter().map(|cell| quoted(&guard(cell))).collect();
    cells.join(",") + "\r\n"
}

/// A guarded cell is always quoted, so that no reader trims what the guard protects.
fn quoted(cell: &str) -> String {
    if cell.starts_with(GUARD) || cell.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_guarded_and_all_else_left_alone() {
        for text in [
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A1",
        ] {
            assert_eq!(guard(text), format!("'{text}"), "{text:?}");
        }
        for text in ["", "a=1", "Rotterdam", "'quoted", "1-2", " =1"] {
            assert_eq!(guard(text), text);
        }
    }

    #[test]
    fn a_line_is_quoted_where_it_must_be() {
        let cells = ["INC-7K3MQ9", "a, b", "say \"oh\"", "=HYPERLINK(\"x\")", ""];
        assert_eq!(
            line(cells),
            "INC-7K3MQ9,\"a, b\",\"say \"\"oh\"\"\",\"'=HYPERLINK(\"\"x\"\")\",\r\n"
        );
    }

    /// A plain reader of one line, as any other program has it.
    fn read(line: &str) -> Vec<String> {
        let mut cells = vec![String::new()];
        let mut quoted = false;
        let mut letters = line.strip_suffix("\r\n").unwrap().chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '"' if quoted && letters.peek() == Some(&'"') => {
                    cells.last_mut().unwrap().push(letters.next().unwrap())
                }
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                other => cells.last_mut().unwrap().push(other),
            }
        }
        cells
    }

    proptest! {
        #[test]
        fn no_cell_begins_like_a_formula_and_every_text_comes_back(
            cells in prop::collection::vec("[=+@\\-\t\r\n＝'\",a ]{0,6}", 1..5)
        ) {
            let written = read(&line(cells.iter().map(String::as_str)));
            prop_assert_eq!(written.len(), cells.len());
            for (written, cell) in written.iter().zip(&cells) {
                prop_assert!(!written.starts_with(TRIGGERS));
                prop_assert!(written == cell || written.strip_prefix(GUARD) == Some(cell));
            }
        }
    }
}
