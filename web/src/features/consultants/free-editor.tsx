import { daysLater } from "~/lib/day-count";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { words } from "~/words/words";

const text = words.consultants.filters;
const ahead = [14, 30];

/** The day on which somebody is wanted. */
export function FreeEditor({
  value,
  today,
  onChange,
  onDone,
}: {
  value: string | undefined;
  today: string;
  onChange: (day: string | undefined) => void;
  onDone: () => void;
}) {
  const set = (day: string | undefined) => () => {
    onChange(day);
    onDone();
  };
  return (
    <span className="panel-form">
      <TextField
        label={text.freeDay}
        type="date"
        optional
        min={today}
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
      />
      <span className="row">
        <Button onClick={set(today)}>{text.freeToday}</Button>
        {ahead.map((days) => (
          <Button key={days} onClick={set(daysLater(today, days))}>
            {text.freeIn(days)}
          </Button>
        ))}
        {value !== undefined && <Button onClick={set(undefined)}>{words.ui.filters.clear}</Button>}
      </span>
    </span>
  );
}
