//! Who did it and why, in the words of VERIS; and the ATT&CK matrices for how.

vocabulary! {
    /// From which side an actor came.
    ActorOrigin = "actor_origin", version "1", source "VERIS, actor" {
        External => "external", "External";
        Internal => "internal", "Internal";
        Partner => "partner", "Partner";
        Unknown => "unknown", "Unknown";
    }
}

vocabulary! {
    /// Who did it, by the side they came from.
    Actor in ActorOrigin = "actor", version "1", source "VERIS, actor variety" {
        External: {
            Acquaintance => "acquaintance", "Acquaintance";
            Activist => "activist", "Activist";
            Auditor => "auditor", "Auditor";
            Competitor => "competitor", "Competitor";
            Customer => "customer", "Customer";
            ForceMajeure => "force_majeure", "Force majeure";
            FormerEmployee => "former_employee", "Former employee";
            NationState => "nation_state", "Nation state";
            OrganizedCrime => "organized_crime", "Organised crime";
            StateAffiliated => "state_affiliated", "State-affiliated";
            Terrorist => "terrorist", "Terrorist";
            Unaffiliated => "unaffiliated", "Unaffiliated person";
            OtherExternal => "other_external", "Other, external";
        }
        Internal: {
            Developer => "developer", "Developer";
            EndUser => "end_user", "End user or crew";
            Executive => "executive", "Executive";
            Finance => "finance", "Finance";
            Guard => "guard", "Guard";
            Helpdesk => "helpdesk", "Help desk";
            HumanResources => "human_resources", "Human resources";
            Maintenance => "maintenance", "Maintenance";
            Manager => "manager", "Manager";
            SystemAdmin => "system_admin", "System administrator";
            OtherInternal => "other_internal", "Other, internal";
        }
        Partner: {
            Partner => "partner", "Partner or supplier";
        }
        Unknown: {
            Unknown => "unknown", "Unknown";
        }
    }
}

vocabulary! {
    /// Why they did it.
    ActorMotive = "actor_motive", version "1", source "VERIS, actor motive" {
        Convenience => "convenience", "Convenience";
        Espionage => "espionage", "Espionage";
        Fear => "fear", "Fear";
        Financial => "financial", "Financial";
        Fun => "fun", "Fun";
        Grudge => "grudge", "Grudge";
        Ideology => "ideology", "Ideology";
        Secondary => "secondary", "As a step to another victim";
        NotApplicable => "na", "Not applicable";
        Other => "other", "Other";
        Unknown => "unknown", "Unknown";
    }
}

vocabulary! {
    /// The ATT&CK matrix a technique belongs to.
    TechniqueMatrix = "technique_matrix", version "1", source "MITRE ATT&CK" {
        Ics => "ics", "ATT&CK for ICS";
        Enterprise => "enterprise", "ATT&CK for Enterprise";
    }
}
