use bellbuoy_exchange::attack::{self, AttackFault};

const BUNDLE: &[u8] = include_bytes!("golden/attack/bundle.json");
const EXPECTED: &str = include_str!("golden/attack/techniques.json");

#[test]
fn a_bundle_gives_its_techniques_and_names_what_it_could_not_read() {
    let import = attack::read(BUNDLE).unwrap();
    let written = serde_json::to_string_pretty(&import).unwrap() + "\n";
    assert_eq!(written, EXPECTED, "the golden file differs from:\n{written}");
}

#[test]
fn what_is_no_bundle_is_refused() {
    assert!(matches!(attack::read(b"not json"), Err(AttackFault::Json(_))));
    assert!(matches!(
        attack::read(b"{\"type\":\"report\"}"),
        Err(AttackFault::NotABundle)
    ));
    assert!(matches!(
        attack::read(b"{\"type\":\"bundle\",\"objects\":[]}"),
        Err(AttackFault::NotABundle)
    ));
}

#[test]
fn a_deeply_nested_file_is_refused_and_does_not_crash() {
    let deep = format!("{{\"type\":\"bundle\",\"objects\":{}", "[".repeat(100_000));
    assert!(matches!(attack::read(deep.as_bytes()), Err(AttackFault::Json(_))));
}
