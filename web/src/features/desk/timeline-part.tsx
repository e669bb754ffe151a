import { classNames } from "~/ui/class-names";
import { words } from "~/words/words";
import type { DeskCase } from "./case";
import { PanelPart } from "./panel-frame";
import { timelineOf } from "./timeline";

const text = words.desk.timeline;

export function Timeline({ one }: { one: DeskCase }) {
  return (
    <PanelPart title={text.title} aside={text.note}>
      <ol className="tl">
        {timelineOf(one).map((moment) => (
          <li key={moment.key}>
            <span className="soft">{moment.at}</span>
            <i aria-hidden="true" className={classNames(!moment.ahead && "y")} />
            <span>{moment.said}</span>
          </li>
        ))}
      </ol>
    </PanelPart>
  );
}
