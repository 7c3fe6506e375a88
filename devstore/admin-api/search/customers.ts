import type { CustomerRecord } from "../../store/records.ts";
import { equals, evaluate } from "./evaluate.ts";
import type { SearchNode, Term } from "./parse.ts";
import { hasWords } from "./words.ts";

/** Fields of a search for customers that this shop knows; a bare word is looked for in names and emails. */
function testTerm({ id, firstName, lastName, email, phone }: CustomerRecord, term: Term): boolean | null {
  switch (term.field) {
    case null:
      return [[firstName, lastName].join(" "), email, phone].some((text) => hasWords(text, term));
    case "email":
      return equals(email, term);
    case "first_name":
      return hasWords(firstName, term);
    case "last_name":
      return hasWords(lastName, term);
    case "id":
      return id === term.value;
    default:
      return null;
  }
}

export function matchesCustomer(node: SearchNode | null, customer: CustomerRecord): boolean {
  return node === null || (evaluate(node, (term) => testTerm(customer, term)) ?? true);
}
