use bellbuoy::{keys::Identity, seal};

use crate::{Folder, run};

#[test]
fn a_recovery_key_comes_back_from_three_shares_and_opens_a_sealed_file() {
    let folder = Folder::make();
    let made = run(&folder, &["keys", "recovery-new"], "");
    assert_eq!(made.code, 0);
    let lines: Vec<_> = made.out.lines().collect();
    let (recipient, shares) = lines.split_first().unwrap();
    assert!(recipient.starts_with("age1") && shares.len() == 5);
    assert!(!made.out.contains("AGE-SECRET-KEY") && !made.err.contains("AGE-SECRET-KEY"));

    let three = [shares[4], shares[0], shares[2]].join("\n");
    let combined = run(&folder, &["keys", "recovery-combine"], &three);
    assert_eq!(combined.code, 0, "{}", combined.err);
    assert_eq!(Identity::read(&combined.out).unwrap().recipient(), *recipient);

    let desk = Identity::generate().recipient();
    folder.write(
        "sealed",
        seal::seal(b"{\"v\":1}", None, &[&desk, recipient]).unwrap(),
    );
    let opened = run(
        &folder,
        &["keys", "open", "--identity", "-", "sealed"],
        &combined.out,
    );
    assert_eq!((opened.code, opened.out.as_str()), (0, "{\"v\":1}\n"));
}

#[test]
fn two_shares_or_a_wrong_key_open_nothing() {
    let folder = Folder::make();
    let made = run(&folder, &["keys", "recovery-new"], "");
    let shares: Vec<_> = made.out.lines().skip(1).take(2).collect();
    let combined = run(&folder, &["keys", "recovery-combine"], &shares.join("\n"));
    assert_eq!((combined.code, combined.out.as_str()), (2, ""));

    let to = Identity::generate().recipient();
    folder.write("sealed", seal::seal(b"{}", None, &[&to, &to]).unwrap());
    folder.write("key", Identity::generate().to_text());
    let opened = run(&folder, &["keys", "open", "--identity", "key", "sealed"], "");
    assert_eq!((opened.code, opened.out.as_str()), (2, ""));
}
