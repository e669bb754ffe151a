//! Who was hit, who says so, when, and how the report came to us.

vocabulary! {
    /// Who was hit.
    VictimType = "victim_type", version "1", source "Bellbuoy" {
        Vessel => "vessel", "Vessel";
        Port => "port", "Port";
        Terminal => "terminal", "Terminal";
        Carrier => "carrier", "Carrier";
        ShoreOffice => "shore_office", "Shore office";
        OffshoreUnit => "offshore_unit", "Offshore unit";
        Shipyard => "shipyard", "Shipyard";
        Supplier => "supplier", "Supplier";
        BrokerOrAgent => "broker_or_agent", "Broker or agent";
        Authority => "authority", "Authority";
        Cruise => "cruise", "Cruise operator";
        WiderCommunity => "wider_community", "Wider community";
        Other => "other", "Other";
    }
}

impl VictimType {
    /// Whether it stands on land, so that no vessel can be meant.
    #[must_use]
    pub const fn is_ashore(self) -> bool {
        matches!(
            self,
            Self::Port
                | Self::Terminal
                | Self::ShoreOffice
                | Self::Shipyard
                | Self::Supplier
                | Self::BrokerOrAgent
                | Self::Authority
        )
    }
}

vocabulary! {
    /// What the person who reports does.
    ReporterRole = "reporter_role", version "1", source "Bellbuoy" {
        Master => "master", "Master";
        Officer => "officer", "Officer";
        Eto => "eto", "Electro-technical officer";
        Crew => "crew", "Crew";
        CompanySecurityOfficer => "company_security_officer", "Company security officer";
        Dpa => "dpa", "Designated person ashore";
        Cio => "cio", "Head of IT";
        RiskManager => "risk_manager", "Risk manager";
        Insurance => "insurance", "Insurance";
        Director => "director", "Director";
        PortStaff => "port_staff", "Port staff";
        Supplier => "supplier", "Supplier";
        Other => "other", "Other";
    }
}

vocabulary! {
    /// How exactly the day of an incident is known.
    OccurredPrecision = "occurred_precision", version "1", source "Bellbuoy" {
        Day => "day", "Day";
        Week => "week", "Week";
        Month => "month", "Month";
        Quarter => "quarter", "Quarter";
        Year => "year", "Year";
    }
}

vocabulary! {
    /// How a report came to us.
    Track = "track", version "1", source "Bellbuoy" {
        Named => "named", "By name";
        Anonymous => "anonymous", "Anonymous";
        PublicSource => "public_source", "From a public source";
    }
}

vocabulary! {
    /// Which series of figures an incident counts in.
    Series = "series", version "1", source "Bellbuoy" {
        Reported => "reported", "Reported to us";
        PublicSource => "public_source", "From public sources";
    }
}

impl Track {
    /// The series of figures an incident of this track counts in.
    #[must_use]
    pub const fn series(self) -> Series {
        match self {
            Self::Named | Self::Anonymous => Series::Reported,
            Self::PublicSource => Series::PublicSource,
        }
    }
}
