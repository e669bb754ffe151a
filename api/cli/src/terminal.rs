//! Questions and answers. Questions go to standard error, so that standard output holds results only.

use std::{
    io::{self, BufRead, IsTerminal, Read, Write},
    path::Path,
};

use bellbuoy_domain::{receipt::Receipt, vocabulary::Vocabulary};

use crate::fault::Fault;

/// Writes a line of result.
pub fn say(line: &str) {
    // A reader that closed the pipe has seen what it wanted.
    let _ = writeln!(io::stdout(), "{line}");
}

/// Writes a line of explanation.
pub fn note(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

pub fn is_interactive() -> bool {
    io::stdin().is_terminal()
}

/// Asks for one line; without a terminal the next line of standard input is taken.
pub fn ask(question: &str) -> Result<String, Fault> {
    if is_interactive() {
        let _ = write!(io::stderr(), "{question} ");
    }
    let mut line = String::new();
    match io::stdin().lock().read_line(&mut line) {
        Ok(0) => Err(Fault::Usage(format!("no answer to: {question}"))),
        Ok(_) => Ok(line.trim().to_owned()),
        Err(fault) => Err(Fault::Usage(fault.to_string())),
    }
}

/// Asks for a text of several lines, ended by a line with a single dot or the end of input.
pub fn ask_text(question: &str) -> Result<String, Fault> {
    if is_interactive() {
        note(&format!("{question} End with a line that holds a single dot."));
    }
    let mut lines = Vec::new();
    for line in io::stdin().lock().lines() {
        let line = line.map_err(|fault| Fault::Usage(fault.to_string()))?;
        if line == "." {
            break;
        }
        lines.push(line);
    }
    Ok(lines.join("\n").trim().to_owned())
}

/// Asks until the answer can be read; a person at a terminal gets another try, a script its fault.
pub fn ask_until<T>(question: &str, read: impl Fn(&str) -> Result<T, Fault>) -> Result<T, Fault> {
    loop {
        match read(&ask(question)?) {
            Err(fault) if is_interactive() => note(&format!("{fault}; try again")),
            outcome => return outcome,
        }
    }
}

/// Lets a person choose a word of a vocabulary by its number, its label or the word itself.
pub fn choose<V: Vocabulary>(question: &str) -> Result<V, Fault> {
    if is_interactive() {
        note(question);
        for (number, word) in (1..).zip(V::ALL) {
            note(&format!("  {number:2}  {}", word.label()));
        }
    }
    ask_until("number:", chosen)
}

fn chosen<V: Vocabulary>(answer: &str) -> Result<V, Fault> {
    let by_label = || {
        V::ALL
            .iter()
            .find(|word| word.label().eq_ignore_ascii_case(answer))
    };
    match answer.parse::<usize>() {
        Ok(number) => number
            .checked_sub(1)
            .and_then(|at| V::ALL.get(at))
            .copied()
            .ok_or_else(|| {
                Fault::Data(format!(
                    "{number} is none of the numbers from 1 to {}",
                    V::ALL.len()
                ))
            }),
        Err(_no_number) => match by_label() {
            Some(word) => Ok(*word),
            None => V::parse(answer).map_err(|fault| Fault::Data(fault.to_string())),
        },
    }
}

/// Asks for the nine words of a receipt.
pub fn ask_receipt() -> Result<Receipt, Fault> {
    ask_until("the nine words of your receipt:", |text| {
        Ok(Receipt::parse(text)?)
    })
}

/// Reads a file, or standard input for `-`.
pub fn read(path: &Path) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes).map(|_| ())
    } else {
        std::fs::read(path).map(|read| bytes = read)
    };
    read.map_err(|fault| Fault::file(path, &fault))?;
    Ok(bytes)
}

/// Writes a file that does not exist yet, readable by its owner only.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(|fault| Fault::file(path, &fault))
}
