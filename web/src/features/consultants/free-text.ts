import { words } from "~/words/words";
import { availability } from "./availability";

const text = words.consultants.free;

/** From when somebody can be engaged, as one says it. */
export function freeText(from: string | null | undefined, today: string): string {
  const free = availability(from, today);
  switch (free.kind) {
    case "unsaid":
      return text.unsaid;
    case "today":
      return text.today;
    case "in":
      return text.in(free.days);
    case "from":
      return text.from(free.day);
  }
}
