use bellbuoy::{keys::Identity, seal};
use bellbuoy_domain::{
    intake::{Bucket, Report},
    receipt::{self, Receipt},
    sealed, work,
};
use uuid::Uuid;

use crate::{
    Done, Folder,
    instance::{BITS, HOUR, Instance, MONTH, Request},
    run,
};

const REPORT: &str = r#"{"answers":{"what":"screen_locked","when":{"choice":"today"},"where":"at_sea"},
    "words":"The chart computer shows a ransom note. CANARY-7"}"#;

fn file(folder: &Folder, instance: &Instance, more: &[&str]) -> Done {
    folder.write("report.json", REPORT);
    let args = ["report", "--url", &instance.url, "--file", "report.json", "--yes"];
    run(folder, &[&args, more].concat(), "")
}

fn envelope(request: &Request) -> (Uuid, &[u8]) {
    let path = request.line.split(' ').nth(1).unwrap();
    (path.rsplit('/').next().unwrap().parse().unwrap(), &request.body)
}

#[test]
fn a_report_is_sealed_here_filed_and_proven() {
    let (folder, instance) = (Folder::make(), Instance::start());
    let done = file(&folder, &instance, &["--keep-report", "kept.json"]);
    assert_eq!(
        (done.code, done.err.contains("Filed.")),
        (0, true),
        "{}",
        done.err
    );
    let receipt = Receipt::parse(&done.out).unwrap();
    let derived = receipt::derive(&receipt);

    let puts = instance.sent("PUT");
    let (id, blob) = envelope(&puts[0]);
    assert_eq!((puts.len(), id), (1, derived.envelope_id));
    assert_eq!(sealed::check(blob, 2), Ok(Bucket::KiB4));
    let header = |name: &str| puts[0].headers[name].clone();
    assert_eq!(
        header("bellbuoy-locator-hash"),
        hex::encode(derived.locator_hash())
    );
    assert_eq!(header("bellbuoy-epoch"), MONTH);
    work::verify(header("bellbuoy-work").parse().unwrap(), HOUR, BITS, id, blob).unwrap();
    assert!(!puts[0].headers.contains_key("bellbuoy-help"));

    for key in [&instance.desk, &instance.recovery] {
        let opened: Report = seal::open_as(blob, key).unwrap();
        assert!(opened.words.ends_with("CANARY-7"));
        let mailbox = Identity::read(&derived.mailbox_identity()).unwrap();
        assert_eq!(opened.mailbox, mailbox.recipient());
    }
    let everything = format!("{:?}", instance.requests.lock().unwrap());
    assert!(!everything.contains("CANARY") && !everything.contains(&receipt.phrase()));
    assert!(!everything.contains("cookie"));

    folder.write("jwks.json", instance.jwks());
    let verify = ["verify", "bellbuoy-filing-proof.json", "--jwks", "jwks.json"];
    let checked = run(&folder, &verify, "");
    assert_eq!(
        (checked.code, checked.out.contains(MONTH)),
        (0, true),
        "{}",
        checked.err
    );
    let with_report = [&verify[..], &["--report", "kept.json"]].concat();
    assert_eq!(run(&folder, &with_report, &receipt.to_text()).code, 0);
    let others = Receipt::from_entropy([9; 11]).to_text();
    assert_eq!(run(&folder, &with_report, &others).code, 2);

    // The page's file has the salt in it, so no words are asked.
    let base64 = |bytes: &[u8]| base64::Engine::encode(&base64::prelude::BASE64_STANDARD, bytes);
    let sent = |report: &[u8]| {
        let (report, salt) = (base64(report), hex::encode(derived.proof_salt));
        format!(r#"{{"format":"bellbuoy-filing-opening-v1","report":"{report}","salt":"{salt}"}}"#)
    };
    folder.write("what-i-sent.json", sent(&folder.read("kept.json")));
    let of_the_page = [&verify[..], &["--report", "what-i-sent.json"]].concat();
    let checked = run(&folder, &of_the_page, "");
    assert_eq!(
        (checked.code, checked.out.contains("about this report")),
        (0, true),
        "{}",
        checked.err
    );
    folder.write("what-i-sent.json", sent(b"{}"));
    assert_eq!(run(&folder, &of_the_page, "").code, 2);
}

#[test]
fn a_changed_proof_is_refused() {
    let (folder, instance) = (Folder::make(), Instance::start());
    assert_eq!(file(&folder, &instance, &[]).code, 0);
    folder.write("jwks.json", instance.jwks());
    let proof = String::from_utf8(folder.read("bellbuoy-filing-proof.json")).unwrap();
    folder.write("changed.json", proof.replace(MONTH, "2026-01"));
    let checked = run(&folder, &["verify", "changed.json", "--jwks", "jwks.json"], "");
    assert_eq!((checked.code, checked.out.as_str()), (2, ""));
}

#[test]
fn a_desk_key_that_was_slipped_in_gets_nothing() {
    let (folder, instance) = (Folder::make(), Instance::start());
    instance.behaviour.lock().unwrap().slip_in_a_key = true;
    let done = file(&folder, &instance, &[]);
    assert_eq!((done.code, done.out.as_str()), (2, ""), "{}", done.err);
    assert!(instance.sent("PUT").is_empty());
}

#[test]
fn what_could_not_be_sent_is_sent_again_as_the_same_report() {
    let (folder, instance) = (Folder::make(), Instance::start());
    instance.behaviour.lock().unwrap().refuse = Some(503);
    let done = file(&folder, &instance, &[]);
    assert_eq!(done.code, 5);
    assert!(
        done.err.contains("--resume bellbuoy-filing-proof.unsent.json"),
        "{}",
        done.err
    );
    instance.behaviour.lock().unwrap().refuse = None;
    let again = [
        "report",
        "--url",
        &instance.url,
        "--resume",
        "bellbuoy-filing-proof.unsent.json",
    ];
    assert_eq!(run(&folder, &again, "").code, 0);
    let puts = instance.sent("PUT");
    assert_eq!(envelope(&puts[0]), envelope(&puts[1]));
    let words = Receipt::parse(&done.out).unwrap();
    assert_eq!(envelope(&puts[0]).0, receipt::derive(&words).envelope_id);
}

#[test]
fn every_kind_of_failure_has_its_exit_code() {
    let (folder, instance) = (Folder::make(), Instance::start());
    for (status, code) in [(422, 2), (403, 3), (429, 5), (500, 5)] {
        instance.behaviour.lock().unwrap().refuse = Some(status);
        let proof = format!("proof-{status}.json");
        let done = file(&folder, &instance, &["--proof", &proof]);
        assert_eq!(done.code, code, "{status}: {}", done.err);
        assert!(done.err.contains("the sealed report is refused"));
    }
    let url = |url: &str| run(&folder, &["report", "--url", url, "--file", "report.json"], "");
    assert_eq!(url("http://example.org").code, 1);
    assert_eq!(url("ftp://127.0.0.1").code, 1);
    assert_eq!(url("http://127.0.0.1:1").code, 4);
    assert_eq!(run(&folder, &["report"], "").code, 1);
    assert_eq!(run(&folder, &["--help"], "").code, 0);
}

#[test]
fn a_file_with_an_unknown_answer_is_refused_by_name() {
    let (folder, instance) = (Folder::make(), Instance::start());
    folder.write("report.json", REPORT.replace("screen_locked", "screen_lockd"));
    let args = ["report", "--url", &instance.url, "--file", "report.json", "--yes"];
    let done = run(&folder, &args, "");
    assert_eq!(done.code, 2);
    assert!(
        done.err.contains("did you mean \"screen_locked\"?"),
        "{}",
        done.err
    );
}

#[test]
fn without_a_file_the_three_answers_are_asked() {
    let (folder, instance) = (Folder::make(), Instance::start());
    let input = "1\ndate\n2026-11-20\nat_sea\nIt began at four.\nCANARY\n.\n";
    let done = run(&folder, &["report", "--url", &instance.url, "--yes"], input);
    assert_eq!(done.code, 0, "{}", done.err);
    let puts = instance.sent("PUT");
    let opened: Report = seal::open_as(&puts[0].body, &instance.desk).unwrap();
    assert_eq!(opened.answers.when.date.unwrap().to_string(), "2026-11-20");
    assert_eq!(opened.words, "It began at four.\nCANARY");
}
