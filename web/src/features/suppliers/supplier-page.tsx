import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Schemas } from "~/api/client";
import { useCountryName } from "~/api/countries";
import { isMissing } from "~/api/problem";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { MissingPage } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { EngagedPeople } from "./engaged";
import { supplierQuery } from "./queries";
import { domainsOf } from "./supplier-columns";

const route = getRouteApi("/suppliers/$id");
const text = words.suppliers;

/** One firm; its accreditations and ratings are drawn by whoever knows them. */
export function SupplierPage({
  accreditations,
  ratings,
}: {
  accreditations: (id: string) => ReactNode;
  ratings: (id: string) => ReactNode;
}) {
  const { id } = route.useParams();
  const supplier = useQuery(supplierQuery(id));
  const missing = isMissing(supplier);
  useTitle(missing ? text.missing.title : (supplier.data?.name ?? text.title));
  if (missing) {
    return (
      <div className="wrap page">
        <MissingPage title={text.missing.title} text={text.missing.text}>
          <Link to={paths.suppliers()}>{text.missing.back}</Link>
        </MissingPage>
      </div>
    );
  }
  return (
    <div className="wrap page">
      <p className="small crumbs">
        <Link to={paths.suppliers()}>{text.title}</Link>
      </p>
      <Loaded asked={supplier}>
        {(found) => (
          <article className="article">
            <header>
              {found.demo && (
                <p className="row">
                  <span className="demo">{words.frame.demoMark}</span>
                </p>
              )}
              <h1>{found.name}</h1>
            </header>
            <div className="article-body">
              <div>
                <section className="prose">
                  <h2>{text.about}</h2>
                  <p className="pre-line">{found.about ?? text.nothingSaid}</p>
                </section>
                {accreditations(found.id)}
                {ratings(found.id)}
                <EngagedPeople supplier={found.id} />
              </div>
              <aside>
                <Facts supplier={found} />
              </aside>
            </div>
          </article>
        )}
      </Loaded>
    </div>
  );
}

function Facts({ supplier }: { supplier: Schemas["Supplier"] }) {
  const countryName = useCountryName();
  const { email, website } = supplier;
  return (
    <dl className="kv">
      <dt>{text.seat}</dt>
      <dd>{words.format.place(supplier.place, countryName(supplier.country))}</dd>
      <dt>{text.columns.domains}</dt>
      <dd>{domainsOf(supplier)}</dd>
      <dt>{text.columns.languages}</dt>
      <dd>{words.format.list(supplier.languages.map((code) => words.format.language(code)))}</dd>
      {email !== null && email !== undefined && (
        <>
          <dt>{text.email}</dt>
          <dd>
            <a href={`mailto:${email}`}>{email}</a>
          </dd>
        </>
      )}
      {website !== null && website !== undefined && (
        <>
          <dt>{text.website}</dt>
          <dd>
            <bdi>{website}</bdi>
          </dd>
        </>
      )}
    </dl>
  );
}
