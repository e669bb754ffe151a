import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { otherEntries, paths } from "~/app/paths";
import { DataTable } from "~/ui/data-table";
import { Loaded } from "~/ui/loaded";
import { EmptyState } from "~/ui/states";
import { words } from "~/words/words";
import { publicColumns } from "./advisory-columns";
import { latestAdvisoriesQuery } from "./queries";

const text = words.front.advisories;

export function LatestAdvisories() {
  const latest = useQuery(latestAdvisoriesQuery);
  return (
    <section className="latest">
      <div className="row">
        <h2>{text.title}</h2>
        <span className="small soft">{text.note}</span>
        <span className="push row">
          <Link to={paths.advisories()}>{text.all}</Link>
          <a href={otherEntries.atom()}>{text.atom}</a>
        </span>
      </div>
      <Loaded asked={latest}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState title={text.none} />
          ) : (
            <DataTable
              name={text.title}
              columns={publicColumns}
              rows={page.items}
              rowKey={(advisory) => advisory.id}
            />
          )
        }
      </Loaded>
    </section>
  );
}
