//! The text of a workbook's first sheet, as far as the tests need it.

use std::io::Read;

const ENTRY: &[u8] = b"PK\x01\x02";

/// The XML of the first sheet.
pub fn sheet(book: &[u8]) -> String {
    let mut at = 0;
    while let Some(found) = book[at..].windows(4).position(|four| four == ENTRY) {
        let entry = &book[at + found..];
        let number = |from: usize, bytes: usize| {
            entry[from..from + bytes]
                .iter()
                .rev()
                .fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte))
        };
        let (method, size, name) = (number(10, 2), number(20, 4), &entry[46..46 + number(28, 2)]);
        if name == b"xl/worksheets/sheet1.xml" {
            let file = &book[number(42, 4)..];
            let length = |from: usize| usize::from(file[from]) | usize::from(file[from + 1]) << 8;
            let data = &file[30 + length(26) + length(28)..][..size];
            return if method == 0 {
                String::from_utf8(data.to_vec()).unwrap()
            } else {
                inflated(data)
            };
        }
        at += found + 4;
    }
    panic!("the workbook has no sheet");
}

fn inflated(data: &[u8]) -> String {
    let mut text = String::new();
    flate2::read::DeflateDecoder::new(data)
        .read_to_string(&mut text)
        .unwrap();
    text
}
