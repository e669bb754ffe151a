import { useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import { countriesQuery } from "~/api/countries";
import { SelectField, TextField } from "~/ui/field";
import { options, words } from "~/words/words";
import type { FormPart } from "./form-parts";
import { PortField } from "./port-field";

const text = words.incidentForm;

/** When, where, and who was hit. */
export function WherePart({ form, faultOf }: FormPart) {
  const { register, control } = form;
  const countries = useQuery(countriesQuery);
  const victim = useWatch({ control, name: "victim_type" });
  const vessel = victim === "vessel" || victim === "cruise";
  return (
    <section className="form-part line">
      <h2>{text.where.title}</h2>
      <div className="form-row">
        <TextField
          label={text.where.date}
          type="date"
          hint={text.where.dateHint}
          fault={faultOf("occurred_on")}
          {...register("occurred_on")}
        />
        <SelectField
          label={text.where.precision}
          hint={text.where.precisionHint}
          options={options("OccurredPrecision")}
          fault={faultOf("occurred_precision")}
          {...register("occurred_precision")}
        />
      </div>
      <div className="form-row">
        <SelectField
          label={text.where.victim}
          options={options("VictimType")}
          none={text.choose}
          fault={faultOf("victim_type")}
          {...register("victim_type")}
        />
        {vessel && (
          <>
            <SelectField
              label={text.where.vessel}
              optional
              options={options("VesselType")}
              none={text.notSaid}
              fault={faultOf("vessel_type")}
              {...register("vessel_type")}
            />
            <SelectField
              label={text.where.size}
              optional
              options={options("SizeBand")}
              none={text.notSaid}
              fault={faultOf("size_band")}
              {...register("size_band")}
            />
          </>
        )}
      </div>
      <div className="form-row">
        <SelectField
          label={text.where.region}
          optional
          options={options("SeaRegion")}
          none={text.notSaid}
          fault={faultOf("sea_region")}
          {...register("sea_region")}
        />
        <SelectField
          label={text.where.country}
          optional
          options={(countries.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          none={text.notSaid}
          fault={faultOf("country")}
          {...register("country")}
        />
        <PortField form={form} fault={faultOf("unlocode")} />
      </div>
      <SelectField
        label={text.where.role}
        optional
        options={options("ReporterRole")}
        none={text.notSaid}
        fault={faultOf("reporter_role")}
        {...register("reporter_role")}
      />
    </section>
  );
}
