use super::*;
use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use uuid::Uuid;

fn time() -> impl Strategy<Value = DateTime<Utc>> {
    (0_i64..4_000_000_000_000_000).prop_map(|micros| DateTime::from_timestamp_micros(micros).unwrap())
}

fn id() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

prop_compose! {
    fn entry()(
        id in id(),
        at in time(),
        account in option::of(id()),
        action in "[a-z]{1,6}\\.[a-z]{1,6}",
        object_kind in "[a-z]{1,6}",
        object in option::of(id()),
        fields in vec("[a-z]{0,4}", 0..4),
        reason in option::of(".{0,12}"),
    ) -> Entry {
        Entry { number: 0, id, at, account, action, object_kind, object, fields, reason }
    }
}

fn chain(entries: Vec<Entry>) -> Vec<Kept> {
    let mut head = Head::GENESIS;
    let mut kept = Vec::new();
    for mut entry in entries {
        entry.number = head.number + 1;
        head = head.seal(&entry);
        kept.push(Kept {
            entry,
            hash: Some(head.hash.to_vec()),
        });
    }
    kept
}

fn resealed(mut kept: Vec<Kept>) -> Vec<Kept> {
    let mut head = Head::GENESIS;
    for (at, one) in kept.iter_mut().enumerate() {
        one.entry.number = i64::try_from(at).unwrap() + 1;
        head = head.seal(&one.entry);
        one.hash = Some(head.hash.to_vec());
    }
    kept
}

fn claim(kept: &[Kept]) -> Claim {
    let last = kept.last().unwrap();
    Claim {
        number: last.entry.number,
        hash: last.hash.clone().unwrap().try_into().unwrap(),
    }
}

fn found(kept: &[Kept], claims: &[Claim]) -> Result<Head, Fault> {
    verify(kept, Head::GENESIS, claims.iter().copied())
}

/// Changes one thing of an entry; which one is drawn.
fn edit(entry: &mut Entry, what: usize) {
    match what % 8 {
        0 => entry.id = Uuid::from_u128(entry.id.as_u128().wrapping_add(1)),
        1 => entry.at += TimeDelta::microseconds(1),
        2 => {
            entry.account = match entry.account {
                None => Some(Uuid::nil()),
                Some(_) => None,
            };
        }
        3 => entry.action.push('x'),
        4 => entry.object_kind.push('x'),
        5 => {
            entry.object = match entry.object {
                None => Some(Uuid::nil()),
                Some(_) => None,
            };
        }
        6 => entry.fields.push(String::new()),
        _ => entry.reason = entry.reason.take().is_none().then(String::new),
    }
}

proptest! {
    #[test]
    fn an_untouched_chain_holds_against_a_checkpoint_over_each_of_its_entries(entries in vec(entry(), 1..12)) {
        let kept = chain(entries);
        let claims: Vec<Claim> = (1..=kept.len()).map(|n| claim(&kept[..n])).collect();
        let head = found(&kept, &claims).unwrap();
        prop_assert_eq!(Claim { number: head.number, hash: head.hash }, claims[claims.len() - 1]);
    }

    #[test]
    fn an_edit_is_found_at_its_entry_and_resealing_the_chain_only_moves_it_to_the_checkpoint(
        entries in vec(entry(), 1..12), at in any::<prop::sample::Index>(), what in any::<usize>(),
    ) {
        let mut kept = chain(entries);
        let before = claim(&kept);
        let at = at.index(kept.len());
        edit(&mut kept[at].entry, what);
        let number = kept[at].entry.number;
        prop_assert_eq!(found(&kept, &[before]), Err(Fault { number, fault: RecordFault::Edited }));
        let kept = resealed(kept);
        prop_assert!(found(&kept, &[]).is_ok());
        prop_assert_eq!(found(&kept, &[before]), Err(Fault { number: before.number, fault: RecordFault::Rewritten }));
    }

    #[test]
    fn a_changed_or_lost_seal_is_found(entries in vec(entry(), 2..12), at in any::<prop::sample::Index>(), bit in 0_usize..256) {
        let mut kept = chain(entries);
        let before = claim(&kept);
        let at = at.index(kept.len());
        let number = kept[at].entry.number;
        let lost = { let mut kept = kept.clone(); kept[at].hash = None; kept };
        let last = at + 1 == kept.len();
        let fault = if last { RecordFault::CutOff } else { RecordFault::Unsealed };
        prop_assert_eq!(found(&lost, &[before]), Err(Fault { number, fault }));
        kept[at].hash.as_mut().unwrap()[bit / 8] ^= 1 << (bit % 8);
        prop_assert_eq!(found(&kept, &[before]), Err(Fault { number, fault: RecordFault::Edited }));
    }

    #[test]
    fn what_is_taken_out_is_missed(entries in vec(entry(), 2..12), at in any::<prop::sample::Index>()) {
        let mut kept = chain(entries);
        let before = claim(&kept);
        let at = at.index(kept.len());
        let gone = kept.remove(at);
        let fault = if at == kept.len() { RecordFault::CutOff } else { RecordFault::Missing };
        prop_assert_eq!(found(&kept, &[before]), Err(Fault { number: gone.entry.number, fault }));
        prop_assert!(found(&resealed(kept), &[before]).is_err());
    }

    #[test]
    fn an_end_that_is_cut_off_is_missed_however_it_grows_again(
        entries in vec(entry(), 2..12), others in vec(entry(), 0..12), cut in any::<prop::sample::Index>(),
    ) {
        let kept = chain(entries);
        let before = claim(&kept);
        let left = cut.index(kept.len() - 1) + 1;
        let mut shorter = kept[..left].to_vec();
        prop_assert_eq!(
            found(&shorter, &[before]),
            Err(Fault { number: i64::try_from(left).unwrap() + 1, fault: RecordFault::CutOff })
        );
        shorter.extend(others.into_iter().map(|entry| Kept { entry, hash: None }));
        prop_assert!(found(&resealed(shorter), &[before]).is_err());
    }

    #[test]
    fn entries_that_change_places_are_found(entries in vec(entry(), 2..12), a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>()) {
        let kept = chain(entries);
        let before = claim(&kept);
        let (a, b) = (a.index(kept.len()), b.index(kept.len()));
        prop_assume!(a != b && Entry { number: 0, ..kept[a].entry.clone() } != Entry { number: 0, ..kept[b].entry.clone() });
        let mut rows = kept.clone();
        rows.swap(a, b);
        prop_assert!(found(&rows, &[before]).is_err());
        let mut numbers = kept;
        let number = numbers[a].entry.number;
        numbers[a].entry.number = numbers[b].entry.number;
        numbers[b].entry.number = number;
        numbers.sort_by_key(|one| one.entry.number);
        prop_assert!(found(&numbers, &[before]).is_err());
        prop_assert!(found(&resealed(numbers), &[before]).is_err());
    }

    #[test]
    fn what_is_slipped_in_is_found(entries in vec(entry(), 1..12), forged in entry(), at in any::<prop::sample::Index>()) {
        let mut kept = chain(entries);
        let before = claim(&kept);
        let at = at.index(kept.len());
        let number = kept[at].entry.number;
        let hash = kept[at].hash.clone();
        kept.insert(at, Kept { entry: Entry { number, ..forged }, hash });
        prop_assert!(found(&kept, &[before]).is_err());
        prop_assert!(found(&resealed(kept), &[before]).is_err());
    }

    #[test]
    fn no_two_entries_have_the_same_bytes(one in entry(), other in entry(), what in any::<usize>()) {
        prop_assert_eq!(one == other, one.canonical() == other.canonical());
        let mut edited = one.clone();
        edit(&mut edited, what);
        prop_assert_ne!(edited.canonical(), one.canonical());
    }
}

#[test]
fn entries_that_wait_for_their_seal_are_no_fault() {
    let mut kept = chain(vec![plain(); 5]);
    let before = claim(&kept[..3]);
    kept[3].hash = None;
    kept[4].hash = None;
    assert_eq!(found(&kept, &[before]).unwrap().number, 3);
}

#[test]
fn a_walk_that_begins_in_the_middle_is_held_against_where_it_begins() {
    let kept = chain(vec![plain(); 5]);
    let Claim { number, hash } = claim(&kept[..2]);
    let from = Head { number, hash };
    let wrong = Claim {
        number,
        hash: [7; 32],
    };
    assert_eq!(
        verify(&kept[2..], from, [claim(&kept), claim(&kept[..1])])
            .unwrap()
            .number,
        5
    );
    assert_eq!(
        verify(&kept[2..], from, [wrong]).unwrap_err().fault,
        RecordFault::Rewritten
    );
}

/// The bytes are a promise to those who verify elsewhere: this value was worked out by another implementation.
#[test]
fn the_first_seal_is_as_it_always_was() {
    assert_eq!(
        hex::encode(Head::GENESIS.seal(&plain()).hash),
        "6515ad8c719d58e8c20e0560fcc98a14b34eb09b200f8cd8c10adb9727b980e5"
    );
}

#[test]
fn the_text_of_a_checkpoint_is_as_it_always_was() {
    let checkpoint = Checkpoint::unsigned(&Head::GENESIS.seal(&plain()), plain().at, "kid");
    assert_eq!(
        checkpoint.text(),
        format!(
            "bellbuoy audit checkpoint v1\n1\n{}\n2026-11-21T12:00:00Z\n",
            checkpoint.hash
        )
    );
    assert!(checkpoint.claim().is_some());
    for wrong in [
        Checkpoint {
            format: "v0".to_owned(),
            ..checkpoint.clone()
        },
        Checkpoint {
            hash: checkpoint.hash.to_uppercase(),
            ..checkpoint.clone()
        },
        Checkpoint {
            hash: "00".to_owned(),
            ..checkpoint.clone()
        },
        Checkpoint {
            number: 0,
            ..checkpoint.clone()
        },
    ] {
        assert_eq!(wrong.claim(), None);
    }
}

fn plain() -> Entry {
    Entry {
        number: 1,
        id: Uuid::from_u128(0x0011_2233_4455_4677_8899_aabb_ccdd_eeff),
        at: "2026-11-21T12:00:00Z".parse().unwrap(),
        account: None,
        action: "incident.refuse".to_owned(),
        object_kind: "incident".to_owned(),
        object: Some(Uuid::from_u128(1)),
        fields: vec!["status".to_owned(), "severity".to_owned()],
        reason: Some("Twice – the same.".to_owned()),
    }
}
