/** What no shopper may ever read: traces of machines, protocols, databases and code. What looks like a status may be money. */
export const INTERNALS =
  /graphql|https?:\/\/127|\bhttp\b|throttled|access.?denied|ECONN|EPIPE|fetch failed|postgres|prisma|pglite|\bsql\b|database|relation "|syntax error|exception|\bstack\b|\bat \w+ \(|\.ts:\d|\.js:\d|undefined|\bnull\b|\bNaN\b|\[object|internal server|service unavailable|shpat_|admin\/api|gid:\/\/|timed? ?out|(?<![€$£¥.,#-])\b50\d\b(?![.,]\d|\s?[€$£¥])/i;
