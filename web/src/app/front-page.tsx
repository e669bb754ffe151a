import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { instanceQuery } from "~/api/instance";
import { LatestAdvisories } from "~/features/advisories/latest-advisories";
import { HeadlineFigures } from "~/features/statistics/headline-figures";
import { latestReleaseQuery } from "~/features/statistics/queries";
import { RegionMap } from "~/features/statistics/region-map";
import { Loaded } from "~/ui/loaded";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { Doors } from "./doors";
import { paths } from "./paths";

const text = words.front;

export function FrontPage() {
  const instance = useQuery(instanceQuery);
  const release = useQuery(latestReleaseQuery);
  useTitle(text.title);
  return (
    <div className="wrap">
      <section className="intro">
        <h1>{text.intro}</h1>
        <p className="small">
          {instance.data !== undefined && text.runBy(instance.data.name)} <br />
          {text.noCookies} <Link to={paths.about()}>{text.more}</Link> <br />
          <Link to={paths.join()}>{text.join}</Link>
        </p>
      </section>
      <Doors />
      <Loaded asked={release}>
        {(data) =>
          data === null ? (
            <p className="soft page">{text.figures.none}</p>
          ) : (
            <section className="figs">
              <div>
                <HeadlineFigures release={data} />
              </div>
              <RegionMap release={data} />
            </section>
          )
        }
      </Loaded>
      <LatestAdvisories />
    </div>
  );
}
