//! The closed vocabularies of reports, mailboxes and the desk.

vocabulary! {
    /// When a reporter says it happened.
    WhenChoice = "when_choice", version "1", source "Bellbuoy" {
        Now => "now", "It is happening now";
        Today => "today", "Today";
        ThisWeek => "this_week", "This week";
        LastWeek => "last_week", "Last week";
        ThisMonth => "this_month", "This month";
        Earlier => "earlier", "Earlier";
        Date => "date", "On a date";
    }
}

vocabulary! {
    /// Which clock a reporter's date was read from.
    ShipClock = "ship_clock", version "1", source "Bellbuoy" {
        Ship => "ship", "Ship's time";
        Utc => "utc", "UTC";
    }
}

vocabulary! {
    /// Where a reporter says it happened.
    Whereabouts = "whereabouts", version "1", source "Bellbuoy" {
        AtSea => "at_sea", "At sea";
        InPort => "in_port", "In port";
        Ashore => "ashore", "Ashore";
    }
}

vocabulary! {
    /// Where an envelope stands at the desk; all the server knows of it.
    EnvelopeState = "envelope_state", version "1", source "Bellbuoy" {
        Received => "received", "Received";
        Opened => "opened", "Opened";
        Closed => "closed", "Closed";
        Withdrawn => "withdrawn", "Withdrawn";
    }
}

vocabulary! {
    /// A step the desk takes with an envelope.
    DeskStep = "desk_step", version "1", source "Bellbuoy" {
        Open => "open", "Open";
        Close => "close", "Close";
        Reopen => "reopen", "Reopen";
    }
}

vocabulary! {
    /// Where a case stands, in the desk's own sealed note.
    DeskStage = "desk_stage", version "1", source "Bellbuoy" {
        Opened => "opened", "Opened";
        Waiting => "waiting", "Waiting for the reporter";
        Accepted => "accepted", "Accepted";
        Refused => "refused", "Refused";
        Duplicate => "duplicate", "Duplicate";
    }
}

vocabulary! {
    /// Which way a sealed message goes.
    MessageDirection = "message_direction", version "1", source "Bellbuoy" {
        ToDesk => "to_desk", "To the desk";
        ToReporter => "to_reporter", "To the reporter";
    }
}

vocabulary! {
    /// Who wrote a sealed message.
    MessageSender = "message_sender", version "1", source "Bellbuoy" {
        Desk => "desk", "The desk";
        Reporter => "reporter", "The reporter";
    }
}

vocabulary! {
    /// What a sealed message is for.
    MessageKind = "message_kind", version "1", source "Bellbuoy" {
        Question => "question", "Question";
        Answer => "answer", "Answer";
        Facts => "facts", "Further facts";
        Status => "status", "Status";
    }
}

vocabulary! {
    /// What the desk tells a reporter about their report.
    MailboxStatus = "mailbox_status", version "1", source "Bellbuoy" {
        Received => "received", "Received";
        Read => "read", "Read";
        Accepted => "accepted", "Accepted";
        Refused => "refused", "Not taken further";
        Duplicate => "duplicate", "Already known";
        Published => "published", "Published";
    }
}

vocabulary! {
    /// How old an anonymous report was when it was accepted; the channel's figures know no more.
    AgeBand = "age_band", version "1", source "Bellbuoy" {
        OneDay => "1d", "Up to one day";
        ThreeDays => "3d", "Up to three days";
        SevenDays => "7d", "Up to seven days";
        Later => "later", "Later";
    }
}

vocabulary! {
    /// The size a text is padded to before sealing.
    Bucket = "bucket", version "1", source "Bellbuoy" {
        KiB4 => "4k", "4 KiB";
        KiB16 => "16k", "16 KiB";
        KiB256 => "256k", "256 KiB";
        MiB1 => "1m", "1 MiB";
        MiB4 => "4m", "4 MiB";
        MiB16 => "16m", "16 MiB";
    }
}
