use bellbuoy::{keys::Identity, seal};
use bellbuoy_domain::{
    intake::{Message, MessageSender},
    receipt::{self, Receipt},
    sealed::{self, MESSAGE_BYTES},
};

use crate::{Folder, instance::Instance, run};

fn message(instance: &Instance, mailbox: &Identity, at: &str, text: &str) -> Vec<u8> {
    let json = serde_json::json!({"v": 1, "at": at, "from": "desk", "kind": "question", "text": text});
    let message: Message = serde_json::from_value(json).unwrap();
    let keys = (instance.desk.recipient(), instance.recovery.recipient());
    seal::seal_message(&message, &keys.0, &keys.1, &mailbox.recipient()).unwrap()
}

#[test]
fn messages_are_told_from_chaff_over_several_pages() {
    let (folder, instance) = (Folder::make(), Instance::start());
    let receipt = Receipt::from_entropy([3; 11]);
    let derived = receipt::derive(&receipt);
    let mailbox = Identity::read(&derived.mailbox_identity()).unwrap();
    let one = |minute: usize, text: &str| {
        message(&instance, &mailbox, &format!("2026-11-21T04:0{minute}:00Z"), text)
    };
    let full = [
        one(3, "third"),
        one(1, "first"),
        one(2, "second"),
        one(4, "\u{1b}[31mred"),
    ]
    .concat();
    let chaff = vec![9; MESSAGE_BYTES];
    let rest = [chaff.clone(), one(5, "fifth"), chaff.clone(), chaff].concat();
    instance.behaviour.lock().unwrap().mailbox = vec![full, rest];

    let done = run(&folder, &["mailbox", "--url", &instance.url], &receipt.to_text());
    assert_eq!(done.code, 0, "{}", done.err);
    let texts: Vec<_> = done
        .out
        .lines()
        .filter(|line| line.starts_with("    "))
        .map(str::trim)
        .collect();
    assert_eq!(texts, ["first", "second", "third", "\u{fffd}[31mred", "fifth"]);
    assert_eq!(instance.sent("GET").len(), 2);
    assert!(
        instance
            .sent("GET")
            .iter()
            .all(|request| request.line.contains(&derived.locator_hex()))
    );
}

#[test]
fn words_that_do_not_belong_together_are_refused_before_anything_is_sent() {
    let (folder, instance) = (Folder::make(), Instance::start());
    let words = Receipt::from_entropy([3; 11]).to_text();
    let wrong = words.rsplit_once(' ').unwrap().0.to_owned() + " zoo";
    let done = run(&folder, &["mailbox", "--url", &instance.url], &wrong);
    assert_eq!(done.code, 2);
    assert!(instance.requests.lock().unwrap().is_empty());
}

#[test]
fn an_answer_is_sealed_to_the_desk_and_to_the_reporter() {
    let (folder, instance) = (Folder::make(), Instance::start());
    let receipt = Receipt::from_entropy([4; 11]);
    folder.write("answer.txt", "The ship is at anchor.\n");
    let args = ["mailbox", "--url", &instance.url, "--answer", "answer.txt"];
    assert_eq!(run(&folder, &args, &receipt.to_text()).code, 0);
    let puts = instance.sent("PUT");
    sealed::check(&puts[0].body, 3).unwrap();
    let mailbox = Identity::read(&receipt::derive(&receipt).mailbox_identity()).unwrap();
    for key in [&instance.desk, &mailbox] {
        let read: Message = seal::open_as(&puts[0].body, key).unwrap();
        assert_eq!(
            (read.from, read.text.as_str()),
            (MessageSender::Reporter, "The ship is at anchor.")
        );
    }
    folder.write("answer.txt", format!("my words are {}", receipt.to_text()));
    assert_eq!(run(&folder, &args, &receipt.to_text()).code, 2);
    assert_eq!(instance.sent("PUT").len(), 1);
}

#[test]
fn a_report_is_taken_back() {
    let (folder, instance) = (Folder::make(), Instance::start());
    let words = Receipt::from_entropy([5; 11]).to_text();
    assert_eq!(
        run(
            &folder,
            &["mailbox", "--url", &instance.url, "--withdraw"],
            &words
        )
        .code,
        0
    );
    assert_eq!(instance.sent("DELETE").len(), 1);
}
