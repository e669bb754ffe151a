//! Places: sea regions, countries, flag states and ports.

mod country;
mod distance;
mod flag_state;
mod port;
mod region;
mod unlocode;

pub use country::{Country, CountryCode, CountryCodeFault, countries, find_country};
pub use distance::{Bounds, bounding_boxes, nautical_miles};
pub use flag_state::{FlagState, flag_states, of_country, of_mmsi};
pub use port::{Port, find_port, ports, ports_within, search};
pub use region::{SeaRegion, label_point, sea_region_of};
pub use unlocode::{UnLocode, UnLocodeFault};

/// Lower case without accents, so that a name is found however it is typed.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .flat_map(without_accent)
        .collect()
}

fn without_accent(letter: char) -> impl Iterator<Item = char> {
    let replaced = match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ð' | 'ď' | 'đ' => "d",
        'è'..='ë' | 'ē' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' => "t",
        'ù'..='ü' | 'ū' | 'ů' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        // The dot that a capital I with a dot leaves behind in lower case.
        '\u{307}' => "",
        other => return None.into_iter().chain(Some(other)).chain("".chars()),
    };
    None.into_iter().chain(None).chain(replaced.chars())
}
