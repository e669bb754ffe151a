//! Reads the small tables in `data/`: comma-separated, a quoted field where a comma is in it, a header line.

/// The lines after the header, as fields.
pub fn rows(text: &str) -> impl Iterator<Item = Vec<String>> + '_ {
    text.lines().skip(1).map(fields)
}

fn fields(line: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => push(&mut all, '"'),
            '"' => quoted = !quoted,
            ',' if !quoted => all.push(String::new()),
            other => push(&mut all, other),
        }
    }
    all
}

fn push(all: &mut [String], letter: char) {
    if let Some(last) = all.last_mut() {
        last.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_field_may_hold_commas_and_quotes() {
        let all: Vec<_> = rows("a,b,c\nJKT,\"Jakarta, Java\",\nx,\"say \"\"oh\"\"\",y").collect();
        assert_eq!(all, [["JKT", "Jakarta, Java", ""], ["x", "say \"oh\"", "y"]]);
    }
}
