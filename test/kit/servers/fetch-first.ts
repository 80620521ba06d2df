// Node's fetch, Slack's library and Discord's library each contain a different version of undici, and all share the
// dispatcher of the one that is loaded first. Test files share a process in any order, so this loads Node's version
// first.
await fetch('data:,')
