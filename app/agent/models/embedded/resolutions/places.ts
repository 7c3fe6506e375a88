const STATES =
  "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming,AB Alberta,BC British Columbia,MB Manitoba,NB New Brunswick,NL Newfoundland and Labrador,NS Nova Scotia,ON Ontario,PE Prince Edward Island,QC Quebec,SK Saskatchewan,ACT Australian Capital Territory,NSW New South Wales,QLD Queensland,SA South Australia,TAS Tasmania,VIC Victoria";
const BY_NAME = new Map(
  STATES.split(",").flatMap((line) => {
    const [code = "", ...name] = line.split(" ");
    return [
      [code, code],
      [name.join(" ").toLowerCase(), code],
    ] as const;
  }),
);

const COUNTRIES =
  "usa us u.s.a. u.s. america|united states of america|united states|uk u.k. england scotland wales|united kingdom|great britain|northern ireland|ireland germany deutschland france spain españa italy italia portugal netherlands|the netherlands|belgium austria österreich switzerland schweiz denmark sweden norway finland poland japan canada australia|new zealand|luxembourg singapore mexico brazil india china greece hungary romania croatia";
const COUNTRY_NAMES = new Set(
  COUNTRIES.split("|").flatMap((run) => (/^(?:united|great|the|new|northern) /.test(run) ? [run] : run.split(" "))),
);

/** The code of a state or province, from the code in capitals or the name in any case; null for anything else. */
export function provinceCode(text: string): string | null {
  return BY_NAME.get(text) ?? (text.length > 3 ? (BY_NAME.get(text.toLowerCase()) ?? null) : null);
}

/** The part as it was written, when it is the name of a country. */
export function countryIn(part: string): string | null {
  const bare = part.trim().replace(/[.!?]+$/, "");
  return COUNTRY_NAMES.has(bare.toLowerCase()) || /^(?:U\.S\.A|U\.S|U\.K)$/.test(bare) ? bare : null;
}
