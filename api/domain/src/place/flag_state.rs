//! Flag states by the maritime identification digits (MID) that begin the MMSI of their ships.

use std::sync::LazyLock;

use crate::data;

/// A flag state, or a part of one that has MIDs of its own.
///
/// After the Table of Maritime Identification Digits, which the ITU keeps under Article 19 of the Radio Regulations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlagState {
    /// ISO 3166-1 alpha-2; a territory stands under its own code if it has one.
    pub country: String,
    /// Register or area with MIDs of its own and no code of its own, as Madeira; none is the country itself.
    pub registry: Option<String>,
    /// Three digits each, ascending.
    pub mids: Vec<String>,
}

static FLAG_STATES: LazyLock<Vec<FlagState>> = LazyLock::new(|| {
    let flag_state = |row: Vec<String>| {
        let mut fields = row.into_iter();
        Some(FlagState {
            country: fields.next()?,
            registry: fields.next().map(|name| (!name.is_empty()).then_some(name))?,
            mids: fields.next()?.split('|').map(str::to_owned).collect(),
        })
    };
    data::rows(include_str!("../../data/flag_states.csv"))
        .filter_map(flag_state)
        .collect()
});

/// All flag states, by country; the country itself before its parts.
#[must_use]
pub fn flag_states() -> &'static [FlagState] {
    &FLAG_STATES
}

/// The flag state that assigned the MMSI of a ship: nine digits, the first three of which are a MID.
///
/// None for a MID that nobody has, and for stations that are no ship's, such as coast stations and groups: their
/// numbers begin with another digit than 2 to 7. After Recommendation ITU-R M.585, annex 1.
#[must_use]
pub fn of_mmsi(mmsi: &str) -> Option<&'static FlagState> {
    let digits = mmsi.len() == 9 && mmsi.bytes().all(|byte| byte.is_ascii_digit());
    let mid = mmsi.get(..3).filter(|_| digits)?;
    FLAG_STATES
        .iter()
        .find(|state| state.mids.iter().any(|own| own == mid))
}

/// The entries of a country with an upper-case code; none if it has no MID under that code.
#[must_use]
pub fn of_country(code: &str) -> &'static [FlagState] {
    let from = FLAG_STATES.partition_point(|state| state.country.as_str() < code);
    let to = FLAG_STATES.partition_point(|state| state.country.as_str() <= code);
    FLAG_STATES.get(from..to).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::place::find_country;
    use crate::vessel::Mmsi;

    fn listed() -> Vec<(&'static str, &'static FlagState)> {
        FLAG_STATES
            .iter()
            .flat_map(|state| state.mids.iter().map(move |mid| (mid.as_str(), state)))
            .collect()
    }

    fn free() -> Vec<u32> {
        let taken: BTreeSet<u32> = listed().iter().map(|(mid, _)| mid.parse().unwrap()).collect();
        (0..1000).filter(|mid| !taken.contains(mid)).collect()
    }

    #[test]
    fn every_entry_is_of_a_known_country_and_they_are_in_order() {
        assert_eq!(FLAG_STATES.len(), 236);
        assert!(FLAG_STATES.is_sorted_by_key(|state| (&state.country, &state.registry)));
        let entries: BTreeSet<_> = FLAG_STATES.iter().map(|s| (&s.country, &s.registry)).collect();
        assert_eq!(entries.len(), FLAG_STATES.len());
        for state in flag_states() {
            assert!(find_country(&state.country).is_some(), "{}", state.country);
        }
    }

    #[test]
    fn every_mid_has_three_digits_and_is_listed_once() {
        let mids = listed();
        assert_eq!(mids.len(), 292);
        for (mid, _) in &mids {
            assert_eq!(mid.len(), 3, "{mid}");
            assert!((201..=775).contains(&mid.parse::<u16>().unwrap()), "{mid}");
        }
        let different: BTreeSet<_> = mids.iter().map(|(mid, _)| mid).collect();
        assert_eq!(different.len(), mids.len());
        assert!(FLAG_STATES.iter().all(|state| state.mids.is_sorted()));
    }

    #[test]
    fn the_large_registers_have_the_mids_one_knows_them_by() {
        for (country, mids) in [
            ("LR", "636 637"),
            ("PA", "351 352 353 354 355 356 357 370 371 372 373 374"),
            ("MH", "538"),
            ("NL", "244 245 246"),
            ("NO", "257 258 259"),
            ("SG", "563 564 565 566"),
            ("MT", "215 229 248 249 256"),
            ("GB", "232 233 234 235"),
            ("CN", "412 413 414"),
            ("HK", "477"),
            ("MO", "453"),
            ("GI", "236"),
            ("BM", "310"),
            ("KY", "319"),
            ("FO", "231"),
            ("GL", "331"),
            ("CW", "306"),
        ] {
            let [state] = of_country(country) else {
                panic!("{country}")
            };
            assert_eq!((state.mids.join(" ").as_str(), &state.registry), (mids, &None));
        }
        assert!(of_country("AQ").is_empty());
        assert!(of_country("nl").is_empty());
    }

    #[test]
    fn a_part_with_a_mid_of_its_own_stands_beside_its_country() {
        let names: Vec<_> = of_country("PT").iter().map(|s| s.registry.as_deref()).collect();
        assert_eq!(names, [None, Some("Azores"), Some("Madeira")]);
        for (mmsi, country, registry) in [
            ("263000000", "PT", None),
            ("204000000", "PT", Some("Azores")),
            ("255805000", "PT", Some("Madeira")),
            ("608000000", "SH", Some("Ascension Island")),
            ("329000000", "GP", None),
            ("347000000", "MQ", None),
        ] {
            let state = of_mmsi(mmsi).unwrap();
            assert_eq!(
                (state.country.as_str(), state.registry.as_deref()),
                (country, registry)
            );
        }
    }

    #[test]
    fn only_the_number_of_a_ship_has_a_flag() {
        for text in [
            "",
            "244",
            "24466000",
            "2446600000",
            "24466000a",
            " 44660000",
            "002440000",
            "024400000",
            "111244001",
            "982440000",
            "２４４６６",
            "€€€",
        ] {
            assert_eq!(of_mmsi(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_ship_has_the_flag_of_its_mid((mid, state) in select(listed()), rest in 0u32..1_000_000) {
            let mmsi = format!("{mid}{rest:06}");
            prop_assert!(Mmsi::read(&mmsi).is_ok());
            prop_assert_eq!(of_mmsi(&mmsi), Some(state));
            prop_assert!(of_country(&state.country).contains(state));
        }

        #[test]
        fn a_mid_that_nobody_has_is_no_flag(mid in select(free()), rest in 0u32..1_000_000) {
            let mmsi = format!("{mid:03}{rest:06}");
            prop_assert_eq!(of_mmsi(&mmsi), None);
        }

        #[test]
        fn any_text_is_answered(text in any::<String>()) {
            prop_assert!(of_mmsi(&text).is_none() || Mmsi::read(&text).is_ok());
        }
    }
}
