import { describe, expect, test } from "vitest";
import { testShop, testStore } from "../store/test-store.ts";
import { createAdminApi } from "./admin-api.ts";
import { idempotent, userError } from "./mutations.ts";
import { executableSchema } from "./schema.ts";

/** `expect.stringContaining`, typed. */
const text = (part: string): unknown => expect.stringContaining(part);

const sdl = `
  directive @idempotent(key: String!) on FIELD
  scalar Money
  type UserError { field: [String!] message: String! }
  type Payload { number: Int userErrors: [UserError!]! }
  type QueryRoot { shop: Payload }
  type Mutation { refundCreate(amount: Money!): Payload tagsAdd(tag: String!): Payload }
  schema { query: QueryRoot mutation: Mutation }
`;
let runs = 0;
const schema = executableSchema(
  sdl,
  { scopes: { "Mutation.tagsAdd": [["write_orders"]] }, protectedData: {}, gidTypes: {} },
  {
    query: {},
    mutation: {
      refundCreate: idempotent(({ amount }: { amount: string }) =>
        amount === "0.00"
          ? { number: null, userErrors: [userError(["amount"], "must be greater than zero")] }
          : { number: (runs += 1), userErrors: [] },
      ),
      tagsAdd: idempotent(() => ({ number: (runs += 1), userErrors: [] })),
    },
  },
);
const api = createAdminApi(testStore([]), { schema });
const run = (query: string, scopes = ["write_orders"]) => api.handle({ auth: { shop: testShop, scopes }, query }).body;

describe("A mutation", () => {
  test("with the same key and input is done once, and answers the same", () => {
    const query = 'mutation { refundCreate(amount: "5.00") @idempotent(key: "k1") { number } }';
    expect(run(query)["data"]).toEqual(run(query)["data"]);
    const other = 'mutation { refundCreate(amount: "6.00") @idempotent(key: "k1") { number } }';
    expect(run(other)).toMatchObject({ errors: [{ extensions: { code: "IDEMPOTENCY_KEY_PARAMETER_MISMATCH" } }] });
  });

  test("that needs a key is refused without one, and with a blank one", () => {
    expect(run('mutation { refundCreate(amount: "5.00") { number } }')).toMatchObject({
      errors: [{ message: text("@idempotent") }],
    });
    expect(run('mutation { refundCreate(amount: "5.00") @idempotent(key: " ") { number } }')).toMatchObject({
      errors: [{ message: text("blank") }],
    });
  });

  test("whose input cannot be accepted says so in its payload", () => {
    expect(
      run('mutation { refundCreate(amount: "0.00") @idempotent(key: "k2") { number userErrors { field message } } }'),
    ).toMatchObject({
      data: {
        refundCreate: { number: null, userErrors: [{ field: ["amount"], message: "must be greater than zero" }] },
      },
      extensions: { cost: { requestedQueryCost: 12 } },
    });
  });

  test("needs its scope", () => {
    expect(run('mutation { tagsAdd(tag: "x") { number } }', ["read_orders"])).toMatchObject({
      errors: [{ extensions: { code: "ACCESS_DENIED" } }],
    });
  });

  test("is refused an amount that is none", () => {
    expect(run('mutation { refundCreate(amount: "five") @idempotent(key: "k3") { number } }')).toMatchObject({
      errors: [{ message: text("Money") }],
    });
  });
});
