import { Form } from "@remix-run/react";
import { Button, Card, TextField } from "@shopify/polaris";
import { useState } from "react";
import { texts } from "./texts.ts";

export function SearchForm({ name, busy }: { name: string; busy: boolean }) {
  const [typed, setTyped] = useState(name);
  return (
    <Card>
      <Form method="get" action="/app/orders" role="search">
        <TextField
          label={texts.search.label}
          helpText={texts.search.help}
          name="name"
          type="search"
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          maxLength={60}
          selectTextOnFocus
          connectedRight={
            <Button submit variant="primary" size="large" loading={busy}>
              {texts.search.action}
            </Button>
          }
        />
      </Form>
    </Card>
  );
}
