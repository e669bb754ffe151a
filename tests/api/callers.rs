//! A connection says to the database who asks, also when it remembers what it said before.

use bellbuoy_domain::account::{Role, Standing};
use bellbuoy_server::db::{Caller, Db};
use diesel::QueryableByName;
use diesel::sql_types::Text;
use diesel_async::RunQueryDsl;
use tests::TestApp;
use uuid::Uuid;

#[derive(Debug, PartialEq, Eq, QueryableByName)]
struct Told {
    #[diesel(sql_type = Text)]
    role: String,
    #[diesel(sql_type = Text)]
    account: String,
    #[diesel(sql_type = Text)]
    plans: String,
}

async fn told(conn: &mut diesel_async::AsyncPgConnection) -> Told {
    let query = "SELECT current_setting('bellbuoy.role') AS role, current_setting('bellbuoy.account') AS account, \
        current_setting('plan_cache_mode') AS plans";
    diesel::sql_query(query).get_result(conn).await.unwrap()
}

fn person(account: Uuid) -> Caller {
    Caller::Person {
        account,
        organisation: None,
        standing: Standing::staff(Role::Analyst),
        trial: false,
    }
}

#[tokio::test]
async fn one_connection_serves_many_callers_and_each_as_themselves() {
    let app = TestApp::start().await;
    let db = Db::new(&app.database.urls.app, &app.database.urls.intake, 1).unwrap();
    let (one, other) = (Uuid::new_v4(), Uuid::new_v4());
    let row = [
        (Caller::Anyone, "anyone", String::new()),
        (person(one), "analyst", one.to_string()),
        (person(one), "analyst", one.to_string()),
        (person(other), "analyst", other.to_string()),
        (Caller::Anyone, "anyone", String::new()),
        (Caller::System, "system", String::new()),
        (person(one), "analyst", one.to_string()),
    ];
    for (caller, role, account) in row {
        for keys in [false, true, true] {
            let mut conn = if keys {
                db.for_keys(caller).await.unwrap()
            } else {
                db.as_caller(caller).await.unwrap()
            };
            let expected = Told {
                role: role.to_owned(),
                account: account.clone(),
                plans: if keys { "force_generic_plan" } else { "auto" }.to_owned(),
            };
            assert_eq!(told(&mut conn).await, expected);
        }
    }
}
