import { format } from "prettier";
import { expect, test } from "vitest";
import { exportPolicy, parsePolicy } from "./parse-policy.ts";
import { policyJsonSchema } from "./policy-json-schema.ts";
import { presetPolicy, PRESETS } from "./presets.ts";

test("the JSON Schema that is served is the policy's (npx vitest run --project unit app/policy/policy-json-schema.test.ts -u)", async () => {
  const text = await format(JSON.stringify(policyJsonSchema()), { parser: "json", printWidth: 120 });
  await expect(text).toMatchFileSnapshot("../../public/policy.schema.json");
});

test.each(PRESETS)("a policy that is exported is the same once it is imported: %s", (preset) => {
  const policy = presetPolicy(preset, "EUR");
  const parsed = parsePolicy(exportPolicy(policy, "https://example.com/policy.schema.json"));
  expect(parsed).toMatchObject({ kind: "ok", policy });
});

test("what is not a policy is told with its paths", () => {
  expect(parsePolicy("{")).toEqual({
    kind: "invalid",
    problems: [{ path: [], message: "This is not JSON.", level: "error" }],
  });
  const policy = presetPolicy("balanced", "EUR");
  const parsed = parsePolicy({ ...policy, currency: "euros", surprise: 1 });
  expect(parsed.kind === "invalid" && parsed.problems.map(({ path }) => path.join("."))).toEqual(["currency", ""]);
});
