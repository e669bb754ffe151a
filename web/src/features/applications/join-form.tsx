import { useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { countriesQuery } from "~/api/countries";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { SelectField, TextArea, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { options, words } from "~/words/words";
import { emptyApplication, toCreate, type ApplicationForm } from "./application-form";
import type { Sent } from "./join-page";
import { useApply } from "./queries";

const text = words.join;
const fields = Object.keys(emptyApplication);

export function JoinForm({ onSent }: { onSent: (sent: Sent) => void }) {
  const { register, handleSubmit } = useForm<ApplicationForm>({ defaultValues: emptyApplication });
  const countries = useQuery(countriesQuery);
  const apply = useApply();
  const { faultOf, unplaced } = useFaults(apply.error, fields);
  const send = (form: ApplicationForm) => {
    const body = toCreate(form);
    apply.mutate(body, { onSuccess: (made) => onSent({ made, email: body.officer_email }) });
  };
  return (
    <form className="form" onSubmit={handleSubmit(send)}>
      <section className="form-part line">
        <h2>{text.organisation}</h2>
        <TextField
          label={text.name}
          autoComplete="organization"
          minLength={2}
          maxLength={120}
          fault={faultOf("name")}
          {...register("name")}
        />
        <div className="form-row">
          <SelectField
            label={text.kind}
            options={options("OrganisationKind")}
            none={text.choose}
            fault={faultOf("kind")}
            {...register("kind")}
          />
          <SelectField
            label={text.country}
            optional
            options={(countries.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
            none={text.notSaid}
            fault={faultOf("country")}
            {...register("country")}
          />
        </div>
        <TextField
          label={text.website}
          hint={text.websiteHint}
          optional
          inputMode="url"
          autoComplete="url"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          fault={faultOf("website")}
          {...register("website")}
        />
        <TextArea
          label={text.about}
          hint={text.aboutHint}
          minLength={20}
          maxLength={4000}
          fault={faultOf("about")}
          {...register("about")}
        />
      </section>
      <section className="form-part line">
        <h2>{text.officer}</h2>
        <p className="soft">{text.officerNote}</p>
        <div className="form-row">
          <TextField
            label={text.officerName}
            autoComplete="name"
            minLength={2}
            maxLength={100}
            fault={faultOf("officer_name")}
            {...register("officer_name")}
          />
          <TextField
            label={text.officerEmail}
            type="email"
            autoComplete="email"
            maxLength={254}
            fault={faultOf("officer_email")}
            {...register("officer_email")}
          />
        </div>
      </section>
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div>
        <Button look="go" type="submit" disabled={apply.isPending}>
          {apply.isPending ? text.sending : text.send}
        </Button>
      </div>
    </form>
  );
}
