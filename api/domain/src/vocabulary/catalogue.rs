//! Every vocabulary with its words, for readers who cannot see the types.

use serde::Serialize;

use super::Vocabulary;
use crate::{
    account, advisory, certification, incident, intake, job, ledger, machine, marking, place, statistics,
    system, vessel,
};

/// One vocabulary, spelled out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Listing {
    pub name: &'static str,
    pub version: &'static str,
    pub source: &'static str,
    pub words: Vec<Entry>,
}

/// One word of a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    pub word: &'static str,
    /// The word for people, in English.
    pub label: &'static str,
    /// The word of the parent vocabulary this one belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<&'static str>,
}

impl Listing {
    /// Spells out the vocabulary `V`.
    #[must_use]
    pub fn of<V: Vocabulary>() -> Self {
        let words = V::ALL.iter().map(|word| Entry {
            word: word.as_str(),
            label: word.label(),
            parent: word.parent_word(),
        });
        Self {
            name: V::NAME,
            version: V::VERSION,
            source: V::SOURCE,
            words: words.collect(),
        }
    }
}

/// Every vocabulary, by name.
#[must_use]
pub fn catalogue() -> Vec<Listing> {
    let mut all = vec![
        Listing::of::<account::ApplicationDecision>(),
        Listing::of::<account::ApplicationStatus>(),
        Listing::of::<account::MembershipState>(),
        Listing::of::<account::MembershipStep>(),
        Listing::of::<account::OrganisationKind>(),
        Listing::of::<account::OrganisationRole>(),
        Listing::of::<account::OrganisationStatus>(),
        Listing::of::<account::OrganisationStep>(),
        Listing::of::<account::Partnership>(),
        Listing::of::<account::Role>(),
        Listing::of::<account::Visibility>(),
        Listing::of::<advisory::AdvisoryStatus>(),
        Listing::of::<certification::CpdKind>(),
        Listing::of::<certification::ReminderKind>(),
        Listing::of::<certification::CertificateStatus>(),
        Listing::of::<certification::CertificateStep>(),
        Listing::of::<certification::CertificationActor>(),
        Listing::of::<certification::CertificationStage>(),
        Listing::of::<certification::CertificationStep>(),
        Listing::of::<certification::CheckAnswer>(),
        Listing::of::<certification::ComplaintStatus>(),
        Listing::of::<certification::ComplaintStep>(),
        Listing::of::<certification::ContactKind>(),
        Listing::of::<certification::CriterionVerdict>(),
        Listing::of::<certification::CurriculumKind>(),
        Listing::of::<certification::EvidenceKind>(),
        Listing::of::<certification::HolderKind>(),
        Listing::of::<certification::rating::RatingActor>(),
        Listing::of::<certification::rating::RatingCriterion>(),
        Listing::of::<certification::rating::RatingStep>(),
        Listing::of::<certification::RegistryActor>(),
        Listing::of::<certification::RequirementKind>(),
        Listing::of::<certification::ReviewStatus>(),
        Listing::of::<certification::SanctionReason>(),
        Listing::of::<certification::SeatState>(),
        Listing::of::<certification::SittingKind>(),
        Listing::of::<certification::SittingResult>(),
        Listing::of::<certification::independence::IndependenceFinding>(),
        Listing::of::<certification::independence::IndependenceSource>(),
        Listing::of::<certification::independence::VesselTie>(),
        Listing::of::<certification::validity::ValidityReason>(),
        Listing::of::<certification::WorkDomain>(),
        Listing::of::<certification::WorkMode>(),
        Listing::of::<job::JobKind>(),
        Listing::of::<job::JobState>(),
        Listing::of::<incident::Actor>(),
        Listing::of::<incident::ActorMotive>(),
        Listing::of::<incident::ActorOrigin>(),
        Listing::of::<incident::BackupState>(),
        Listing::of::<incident::Cause>(),
        Listing::of::<incident::Classification>(),
        Listing::of::<incident::Containment>(),
        Listing::of::<incident::CrimeLink>(),
        Listing::of::<incident::Decision>(),
        Listing::of::<incident::IncidentKind>(),
        Listing::of::<incident::IncidentStatus>(),
        Listing::of::<incident::IncidentType>(),
        Listing::of::<incident::OccurredPrecision>(),
        Listing::of::<incident::ReporterRole>(),
        Listing::of::<incident::SecurityAttribute>(),
        Listing::of::<incident::SecurityIncident>(),
        Listing::of::<incident::Series>(),
        Listing::of::<incident::Service>(),
        Listing::of::<incident::ServiceState>(),
        Listing::of::<incident::Severity>(),
        Listing::of::<incident::SeverityAxis>(),
        Listing::of::<incident::TechniqueMatrix>(),
        Listing::of::<incident::Track>(),
        Listing::of::<incident::VerificationLevel>(),
        Listing::of::<incident::VictimType>(),
        Listing::of::<incident::WhatHappened>(),
        Listing::of::<intake::AgeBand>(),
        Listing::of::<intake::Bucket>(),
        Listing::of::<intake::DeskStage>(),
        Listing::of::<intake::DeskStep>(),
        Listing::of::<intake::EnvelopeState>(),
        Listing::of::<intake::MailboxStatus>(),
        Listing::of::<intake::MessageDirection>(),
        Listing::of::<intake::MessageKind>(),
        Listing::of::<intake::MessageSender>(),
        Listing::of::<intake::ShipClock>(),
        Listing::of::<intake::WhenChoice>(),
        Listing::of::<intake::Whereabouts>(),
        Listing::of::<ledger::RecordFault>(),
        Listing::of::<machine::KeyScope>(),
        Listing::of::<marking::Tlp>(),
        Listing::of::<place::SeaRegion>(),
        Listing::of::<statistics::Dimension>(),
        Listing::of::<statistics::Hidden>(),
        Listing::of::<statistics::Period>(),
        Listing::of::<system::System>(),
        Listing::of::<system::SystemGroup>(),
        Listing::of::<system::Technology>(),
        Listing::of::<vessel::SizeBand>(),
        Listing::of::<vessel::VesselType>(),
    ];
    all.sort_by_key(|listing| listing.name);
    all
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn repeats<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
        let mut seen = BTreeSet::new();
        texts.filter(|text| !seen.insert(*text)).collect()
    }

    #[test]
    fn every_vocabulary_has_its_own_name_and_says_where_it_comes_from() {
        let all = catalogue();
        assert_eq!(repeats(all.iter().map(|l| l.name)), Vec::<&str>::new());
        for listing in &all {
            assert!(
                !listing.version.is_empty() && !listing.source.is_empty(),
                "{}",
                listing.name
            );
        }
    }

    #[test]
    fn no_word_and_no_label_stands_twice_in_one_vocabulary() {
        for listing in catalogue() {
            assert_eq!(
                repeats(listing.words.iter().map(|w| w.word)),
                Vec::<&str>::new(),
                "{}",
                listing.name
            );
            assert_eq!(
                repeats(listing.words.iter().map(|w| w.label)),
                Vec::<&str>::new(),
                "{}",
                listing.name
            );
        }
    }

    #[test]
    fn words_are_lower_case_and_fit_in_an_address() {
        for listing in catalogue() {
            for entry in &listing.words {
                let plain = entry
                    .word
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_+:".contains(c));
                assert!(
                    plain && !entry.word.is_empty(),
                    "{}: {}",
                    listing.name,
                    entry.word
                );
            }
        }
    }

    #[test]
    fn a_parent_is_a_word_of_another_vocabulary() {
        let all = catalogue();
        let known: BTreeSet<_> = all.iter().flat_map(|l| l.words.iter().map(|w| w.word)).collect();
        for parent in all.iter().flat_map(|l| &l.words).filter_map(|w| w.parent) {
            assert!(known.contains(parent), "{parent}");
        }
    }

    #[test]
    fn a_word_survives_the_wire() {
        fn there_and_back<
            V: Vocabulary + serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
        >() {
            for word in V::ALL {
                let text = serde_json::to_string(word).unwrap();
                assert_eq!(text, format!("\"{}\"", word.as_str()));
                assert_eq!(serde_json::from_str::<V>(&text).unwrap(), *word);
            }
        }
        there_and_back::<system::System>();
        there_and_back::<marking::Tlp>();
        there_and_back::<vessel::VesselType>();
        there_and_back::<incident::IncidentType>();
    }

    /// The derive takes the words from the serde attributes; it once fell back to the variants' names.
    #[cfg(feature = "schema")]
    fn same_words<V: Vocabulary + utoipa::PartialSchema>() {
        let schema = serde_json::to_value(V::schema()).unwrap();
        let words: Vec<_> = V::ALL.iter().map(|word| word.as_str()).collect();
        assert_eq!(schema["enum"], serde_json::json!(words), "{}", V::NAME);
    }

    #[cfg(feature = "schema")]
    #[test]
    fn the_schema_has_the_words_of_the_wire() {
        same_words::<incident::Decision>();
        same_words::<incident::IncidentType>();
        same_words::<marking::Tlp>();
        same_words::<system::System>();
        same_words::<intake::AgeBand>();
        same_words::<vessel::SizeBand>();
    }
}
