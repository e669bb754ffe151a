import { Link } from "@tanstack/react-router";
import { words, wordsOf } from "~/words/words";
import type { FiguresSearch } from "./search";

const usual: FiguresSearch["by"] = "kind";

/** By what incidents are counted: the first choice on every page of figures. */
export function DimensionTabs({ to, search }: { to: "/figures" | "/statistics"; search: FiguresSearch }) {
  return (
    <nav className="tabs bare" aria-label={words.figures.tabs}>
      {wordsOf("Dimension").map((dimension) => (
        <Link
          key={dimension}
          to={to}
          search={{ ...search, by: dimension === usual ? undefined : dimension }}
          resetScroll={false}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {words.figures.tab[dimension]}
        </Link>
      ))}
    </nav>
  );
}
