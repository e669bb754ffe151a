import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { useAccount } from "~/api/session";
import { paths } from "~/app/paths";
import { DataTable, type Column } from "~/ui/data-table";
import { Loaded } from "~/ui/loaded";
import { label, words } from "~/words/words";
import { mayRate } from "./can";
import { figuresQuery, type Rated } from "./queries";
import { Remark } from "./remark";

const text = words.ratingFigures;

const columns: Column<Schemas["RatingMean"]>[] = [
  {
    id: "criterion",
    header: text.criterion,
    phone: "main",
    grows: true,
    cell: ({ criterion }) => label("RatingCriterion", criterion),
  },
  { id: "mean", header: text.mean, phone: "end", cell: ({ mean }) => mean.toFixed(1) },
];

/** What customers say of a person or a firm, as far as it is published. */
export function RatingsPart({ rated }: { rated: Rated }) {
  const figures = useQuery(figuresQuery(rated));
  const rates = mayRate(useAccount());
  return (
    <section className="form-part">
      <div className="ph">
        <h2>{text.title}</h2>
        {rates && (
          <Link className="push" to={paths.newRating()} search={rated}>
            {text.rate}
          </Link>
        )}
      </div>
      <Loaded asked={figures}>
        {(found) => (found.enough ? <Shown figures={found} /> : <TooFew least={found.least} />)}
      </Loaded>
    </section>
  );
}

function TooFew({ least }: { least: number }) {
  return (
    <>
      <p className="strong">{text.tooFew(least)}</p>
      <p className="soft">{text.tooFewNote(least)}</p>
    </>
  );
}

function Shown({ figures }: { figures: Schemas["RatingFigures"] }) {
  const { organisations, as_of: asOf, means, remarks, least } = figures;
  return (
    <>
      <p className="soft">{text.from(organisations ?? least, words.format.day(asOf))}</p>
      <DataTable name={text.title} columns={columns} rows={means} rowKey={({ criterion }) => criterion} />
      <details>
        <summary>{text.how}</summary>
        <p className="soft">{text.meaning(least)}</p>
      </details>
      {remarks.length > 0 && (
        <>
          <h3>{text.remarks}</h3>
          <p className="soft small">{text.remarksNote}</p>
          {remarks.map((remark) => (
            <Remark key={remark.id} remark={remark} />
          ))}
        </>
      )}
    </>
  );
}
