//! Long work: what it is and how far it got.

vocabulary! {
    /// What a job does.
    JobKind = "job_kind", version "1", source "Bellbuoy" {
        PublishRelease => "publish_release", "Publish figures";
    }
}

vocabulary! {
    /// How far a job is.
    JobState = "job_state", version "1", source "Bellbuoy" {
        Running => "running", "Running";
        Done => "done", "Done";
        Failed => "failed", "Failed";
        Cancelled => "cancelled", "Cancelled";
    }
}
