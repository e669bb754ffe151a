import { useWatch } from "react-hook-form";
import { Button } from "~/ui/button";
import { SelectField, TextField } from "~/ui/field";
import { options, words } from "~/words/words";
import type { AcceptPart } from "./accept-part";
import { Singling } from "./chosen-facts";
import { hitsShip } from "./coding";
import { singlingOfCoding, type Facet } from "./singling";

const text = words.desk.accept;
const say = words.desk.singling;

export function WherePart({ form, faultOf }: AcceptPart) {
  const { register, control } = form;
  const victim = useWatch({ control, name: "victim_type" });
  return (
    <section className="form-part line">
      <h3>{text.where}</h3>
      <div className="form-row">
        <TextField
          label={text.date}
          hint={text.dateHint}
          type="date"
          fault={faultOf("occurred_on")}
          {...register("occurred_on")}
        />
        <SelectField
          label={text.precision}
          hint={text.precisionHint}
          options={options("OccurredPrecision")}
          fault={faultOf("occurred_precision")}
          {...register("occurred_precision")}
        />
        <SelectField
          label={text.region}
          optional
          options={options("SeaRegion")}
          none={text.notSaid}
          fault={faultOf("sea_region")}
          {...register("sea_region")}
        />
      </div>
      <div className="form-row">
        <SelectField
          label={text.victim}
          options={options("VictimType")}
          none={text.choose}
          fault={faultOf("victim_type")}
          {...register("victim_type")}
        />
        {hitsShip(victim) && (
          <>
            <SelectField
              label={text.vessel}
              optional
              options={options("VesselType")}
              none={text.notSaid}
              fault={faultOf("vessel_type")}
              {...register("vessel_type")}
            />
            <SelectField
              label={text.size}
              optional
              options={options("SizeBand")}
              none={text.notSaid}
              fault={faultOf("size_band")}
              {...register("size_band")}
            />
          </>
        )}
      </div>
      <SinglingGuard form={form} />
    </section>
  );
}

/** The warning, and one press for each way out of it. */
function SinglingGuard({ form }: Pick<AcceptPart, "form">) {
  const { control, setValue } = form;
  const [victim_type, vessel_type, size_band, sea_region, occurred_precision] = useWatch({
    control,
    name: ["victim_type", "vessel_type", "size_band", "sea_region", "occurred_precision"],
  });
  const facets = singlingOfCoding({ victim_type, vessel_type, size_band, sea_region, occurred_precision });
  const has = (...some: Facet[]) => some.some((facet) => facets.includes(facet));
  return (
    <div role="status">
      <Singling facets={facets} advice={say.now} />
      {facets.length > 0 && (
        <div className="row singling-ways">
          {has("week", "day") && (
            <Button onClick={() => setValue("occurred_precision", "month")}>{say.month}</Button>
          )}
          {has("size") && <Button onClick={() => setValue("size_band", "")}>{say.noSize}</Button>}
          {has("type", "rare_type") && (
            <Button onClick={() => setValue("vessel_type", "")}>{say.noType}</Button>
          )}
          {has("area") && <Button onClick={() => setValue("sea_region", "")}>{say.noArea}</Button>}
        </div>
      )}
    </div>
  );
}
