use proptest::prelude::*;

use super::*;

#[test]
fn a_number_is_written_in_one_way_and_read_as_people_write_it() {
    let person = CertificateNumber::new(HolderKind::Person, 2026, 41).unwrap();
    assert_eq!(person.as_str(), "BB-C-2026-0417");
    let supplier = CertificateNumber::new(HolderKind::Supplier, 2026, 2).unwrap();
    assert_eq!(supplier.to_string(), "BB-S-2026-0024");
    for text in [
        "bb-c-2026-0417",
        " BB C 2026 0417 ",
        "bbc20260417",
        "C-2026-0417",
        "BB–C–2026–0417",
    ] {
        assert_eq!(CertificateNumber::read(text), Ok(person.clone()), "{text}");
    }
    assert_eq!(CertificateNumber::new(HolderKind::Person, 2026, 0), None);
    assert_eq!(CertificateNumber::new(HolderKind::Person, 26, 1), None);
    for text in [
        "",
        "BB",
        "BB-C",
        "BB-C-2026",
        "BB-C-2026-417",
        "BB-X-2026-0417",
        "BB-C-2026-00417",
        "BB-C-2026-0000",
    ] {
        assert_eq!(CertificateNumber::read(text), Err(NumberFault::Form), "{text}");
    }
}

#[test]
fn swapped_digits_are_recognised() {
    let fault = CertificateNumber::read("BB-C-2026-0471").unwrap_err();
    assert!(
        fault
            .to_string()
            .contains("does not fit; did you mean BB-C-2026-0417 or "),
        "{fault}"
    );
    let other_letter = CertificateNumber::read("BB-S-2026-0417").unwrap_err();
    assert!(matches!(other_letter, NumberFault::Check { .. }));
}

#[test]
fn the_check_is_that_of_the_thesis() {
    let state = [5, 7, 2].iter().fold(0_usize, |s, d| usize::from(DAMM[s][*d]));
    assert_eq!(state, 4);
}

fn number() -> impl Strategy<Value = CertificateNumber> {
    (
        prop::sample::select(HolderKind::ALL),
        1_000_u16..10_000,
        1_u32..u32::MAX,
    )
        .prop_map(|(kind, year, serial)| {
            let serial = if serial % 2 == 0 {
                serial
            } else {
                serial % 2_000 + 1
            };
            CertificateNumber::new(kind, year, serial).unwrap()
        })
}

fn digit_positions(text: &str) -> Vec<usize> {
    text.char_indices()
        .filter(|(_, c)| c.is_ascii_digit())
        .map(|(at, _)| at)
        .collect()
}

proptest! {
    #[test]
    fn a_number_is_read_as_it_was_written(number in number()) {
        prop_assert_eq!(CertificateNumber::read(number.as_str()), Ok(number.clone()));
        let plain = number.as_str().to_lowercase().replace('-', "");
        prop_assert_eq!(CertificateNumber::read(&plain), Ok(number));
    }

    #[test]
    fn every_wrong_digit_is_noticed(number in number()) {
        for at in digit_positions(number.as_str()) {
            for digit in '0'..='9' {
                let mut other = number.as_str().to_owned();
                other.replace_range(at..=at, &digit.to_string());
                prop_assert!(other == number.as_str() || CertificateNumber::read(&other).is_err(), "{}", other);
            }
        }
    }

    #[test]
    fn every_swap_of_neighbours_is_noticed_and_taken_back(number in number()) {
        for pair in digit_positions(number.as_str()).windows(2) {
            let mut letters: Vec<char> = number.as_str().chars().collect();
            letters.swap(pair[0], pair[1]);
            let other: String = letters.into_iter().collect();
            match CertificateNumber::read(&other) {
                Ok(read) => prop_assert_eq!(read, number.clone()),
                Err(NumberFault::Check { did_you_mean }) => {
                    prop_assert!(did_you_mean.contains(&number.as_str().to_owned()));
                }
                Err(NumberFault::Form) => {}
            }
        }
    }

    #[test]
    fn no_text_breaks_the_reader(text in ".*", digits in "(?i)(bb)?[cs][0-9 -]{0,30}") {
        let _ = CertificateNumber::read(&text);
        let _ = CertificateNumber::read(&digits);
    }
}
