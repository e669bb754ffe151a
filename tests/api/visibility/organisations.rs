//! The directory, and the people of an organisation.

use super::{Asker, REGISTERS, column, enter, files, listed};
use std::collections::BTreeSet;
use tests::TestApp;
use tests::people::{Person, person};

#[tokio::test]
async fn every_way_to_ask_tells_of_the_same_organisations() {
    let app = TestApp::start().await;
    for seed in 0..REGISTERS {
        enter(&app, seed).await;
    }
    let listed_ones = "SELECT id::text FROM organisations WHERE visibility = 'listed' AND status = 'member'";
    let all = column(&app, "SELECT id::text FROM organisations").await;
    for asker in Asker::all(&app) {
        let sql = match asker.role() {
            "admin" => "SELECT id::text FROM organisations",
            _ => listed_ones,
        };
        let expected = column(&app, sql).await;
        let path = "/api/v1/organisations";
        assert_eq!(
            listed(&asker.client, path, "").await.as_ref(),
            Some(&expected),
            "{}",
            asker.name
        );
        files(
            &asker.client,
            path,
            "",
            Some(&expected).filter(|_| !asker.barred()),
            asker.name,
        )
        .await;
        let searched = listed(&asker.client, path, "&q=organisation+3").await.unwrap();
        let named = column(
            &app,
            &format!(
                "{sql} {} name ILIKE '%organisation 3%'",
                if sql.contains("WHERE") { "AND" } else { "WHERE" }
            ),
        )
        .await;
        assert_eq!(searched, named, "{}: the search", asker.name);
        let own = asker
            .person
            .as_ref()
            .filter(|_| asker.role() == "member")
            .and_then(Person::organisation);
        for id in &all {
            let known =
                expected.contains(id) || asker.desk() || own.is_some_and(|own| own.to_string() == *id);
            let status = asker.client.get(&format!("{path}/{id}")).await.status;
            assert_eq!(status == 200, known, "{}: one by its id", asker.name);
        }
    }
}

#[tokio::test]
async fn every_way_to_ask_tells_of_the_same_people_of_an_organisation() {
    let app = TestApp::start().await;
    for seed in 0..REGISTERS {
        enter(&app, seed).await;
    }
    let own = person("member@demo.example").organisation().unwrap();
    let path = format!("/api/v1/organisations/{own}/memberships");
    let everybody = format!("SELECT id::text FROM memberships WHERE organisation_id = '{own}'");
    let inside = column(&app, &everybody).await;
    let there = column(&app, &format!("{everybody} AND state <> 'left'")).await;
    assert!(inside.len() > there.len() && there.len() > 10);
    let elsewhere = format!("SELECT id::text FROM memberships WHERE organisation_id <> '{own}'");
    let elsewhere = column(&app, &elsewhere).await;
    for asker in Asker::all(&app) {
        let of = asker
            .person
            .as_ref()
            .filter(|_| asker.role() == "member")
            .and_then(Person::organisation);
        let sees = asker.role() == "admin" || of == Some(own);
        let shown = |all: &BTreeSet<String>| sees.then(|| all.clone());
        assert_eq!(
            listed(&asker.client, &path, "").await,
            shown(&there),
            "{}",
            asker.name
        );
        assert_eq!(
            listed(&asker.client, &path, "&left=true").await,
            shown(&inside),
            "{}",
            asker.name
        );
        if asker.person.is_some() && asker.role() != "nobody" {
            let may = |all| Some(all).filter(|_| sees && !asker.barred());
            files(&asker.client, &path, "", may(&there), asker.name).await;
            files(&asker.client, &path, "&left=true", may(&inside), asker.name).await;
        }
        let person = asker.person.as_ref().map(|person| person.email);
        for (ids, seen) in [(&inside, sees), (&elsewhere, asker.role() == "admin")] {
            for id in ids {
                let answer = asker.client.get(&format!("/api/v1/memberships/{id}")).await;
                let mine = answer.status == 200
                    && Some(answer.json()["email"].as_str().unwrap_or_default()) == person;
                let others = of.is_some_and(|of| of != own)
                    && answer.status == 200
                    && answer.json()["organisation_id"] == of.unwrap().to_string();
                assert_eq!(
                    answer.status == 200,
                    seen || mine || others,
                    "{}: {id}",
                    asker.name
                );
            }
        }
    }
}
