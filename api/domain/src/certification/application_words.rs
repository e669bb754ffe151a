//! The words of the way to a certificate, and of what is said about its holder afterwards.

vocabulary! {
    /// What proves a requirement.
    EvidenceKind = "evidence_kind", version "1", source "Bellbuoy" {
        Certificate => "certificate", "Certificate";
        Diploma => "diploma", "Diploma";
        Employment => "employment", "Proof of employment";
        Reference => "reference", "Reference";
        ProjectRecord => "project_record", "Project record";
        Insurance => "insurance", "Insurance";
        AuditReport => "audit_report", "Audit report";
        Identity => "identity", "Proof of identity";
        Other => "other", "Other";
    }
}

vocabulary! {
    /// What stands in a curriculum vitae.
    CurriculumKind = "curriculum_kind", version "1", source "Bellbuoy" {
        Employment => "employment", "Employment";
        Project => "project", "Project";
        Education => "education", "Education";
        Qualification => "qualification", "Qualification";
    }
}

vocabulary! {
    /// How a requirement of a scheme is met.
    RequirementKind = "requirement_kind", version "1", source "Bellbuoy" {
        Evidence => "evidence", "Evidence";
        Referees => "referees", "Referees";
        Exam => "exam", "Exam";
        Training => "training", "Training";
        Declaration => "declaration", "Declaration";
    }
}

impl RequirementKind {
    /// Whether it has to be there when an application is submitted; the others are done while it is reviewed.
    #[must_use]
    pub const fn comes_first(self) -> bool {
        matches!(self, Self::Evidence | Self::Referees | Self::Declaration)
    }
}

vocabulary! {
    /// Where an application for a certificate stands.
    CertificationStage = "certification_stage", version "1", source "Bellbuoy" {
        Draft => "draft", "Draft";
        Submitted => "submitted", "Submitted";
        InReview => "in_review", "In review";
        Asked => "asked", "Question asked";
        Granted => "granted", "Granted";
        Refused => "refused", "Refused";
        Appealed => "appealed", "Under appeal";
        RefusalUpheld => "refusal_upheld", "Refusal upheld on appeal";
        Withdrawn => "withdrawn", "Withdrawn";
    }
}

vocabulary! {
    /// A step of the way to a certificate.
    CertificationStep = "certification_step", version "1", source "Bellbuoy" {
        Submit => "submit", "Submit";
        Assign => "assign", "Assign a reviewer";
        Reassign => "reassign", "Assign another reviewer";
        Ask => "ask", "Ask a question";
        Answer => "answer", "Answer";
        Grant => "grant", "Grant";
        Refuse => "refuse", "Refuse";
        Appeal => "appeal", "Appeal";
        UpholdRefusal => "uphold_refusal", "Uphold the refusal";
        Reopen => "reopen", "Reopen";
        Withdraw => "withdraw", "Withdraw";
    }
}

impl CertificationStep {
    /// Whether it comes with words: the question, the answer or the reason.
    #[must_use]
    pub const fn needs_words(self) -> bool {
        matches!(
            self,
            Self::Ask | Self::Answer | Self::Refuse | Self::Appeal | Self::UpholdRefusal | Self::Reopen
        )
    }
}

vocabulary! {
    /// Who takes a step of an application. The second administrator is one who did not decide on it.
    CertificationActor = "certification_actor", version "1", source "Bellbuoy" {
        Applicant => "applicant", "Applicant";
        Reviewer => "reviewer", "Reviewer";
        SchemeAdministrator => "scheme_administrator", "Scheme administrator";
        SecondAdministrator => "second_administrator", "Scheme administrator who did not decide";
    }
}

vocabulary! {
    /// What a reviewer finds on one requirement.
    CriterionVerdict = "criterion_verdict", version "1", source "Bellbuoy" {
        Met => "met", "Met";
        NotMet => "not_met", "Not met";
        Waived => "waived", "Waived";
    }
}

vocabulary! {
    /// What people sit down for.
    SittingKind = "sitting_kind", version "1", source "Bellbuoy" {
        Exam => "exam", "Exam";
        Training => "training", "Training";
        Workshop => "workshop", "Workshop";
    }
}

vocabulary! {
    /// Where a seat in a sitting stands.
    SeatState = "seat_state", version "1", source "Bellbuoy" {
        Booked => "booked", "Booked";
        Waiting => "waiting", "On the waiting list";
        Cancelled => "cancelled", "Cancelled";
        Attended => "attended", "Attended";
        Absent => "absent", "Absent";
    }
}

vocabulary! {
    /// How an exam ended.
    SittingResult = "sitting_result", version "1", source "Bellbuoy" {
        Passed => "passed", "Passed";
        Failed => "failed", "Failed";
    }
}

vocabulary! {
    /// Where a complaint about a holder stands.
    ComplaintStatus = "complaint_status", version "1", source "Bellbuoy" {
        Received => "received", "Received";
        Investigating => "investigating", "Investigating";
        Upheld => "upheld", "Upheld";
        Dismissed => "dismissed", "Dismissed";
    }
}

vocabulary! {
    /// A step with a complaint about a holder.
    ComplaintStep = "complaint_step", version "1", source "Bellbuoy" {
        Investigate => "investigate", "Investigate";
        Uphold => "uphold", "Uphold";
        Dismiss => "dismiss", "Dismiss";
    }
}

vocabulary! {
    /// Where a customer's rating stands, or the answer to it.
    ReviewStatus = "review_status", version "2", source "Bellbuoy" {
        Pending => "pending", "Waits for moderation";
        Published => "published", "Published";
        Refused => "refused", "Refused";
        Withdrawn => "withdrawn", "Withdrawn by who rated";
        TakenDown => "taken_down", "Taken down by the scheme";
    }
}
