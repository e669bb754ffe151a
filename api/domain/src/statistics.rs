//! The shape of published figures.

vocabulary! {
    /// By what incidents are counted.
    Dimension = "dimension", version "1", source "Bellbuoy" {
        Kind => "kind", "Kind of incident";
        VictimType => "victim_type", "Who was hit";
        SeaRegion => "sea_region", "Sea region";
        System => "system", "System hit";
        Severity => "severity", "Severity";
        Verification => "verification", "Verification";
    }
}

vocabulary! {
    /// How long one column of a table is.
    Period = "period", version "1", source "Bellbuoy" {
        Month => "month", "Month";
        Quarter => "quarter", "Quarter";
        Year => "year", "Year";
    }
}

vocabulary! {
    /// Why a figure is not shown.
    Hidden = "hidden", version "1", source "Bellbuoy" {
        No => "no", "Shown";
        Small => "small", "Too few parties";
        Complement => "complement", "Would reveal a hidden figure";
    }
}
