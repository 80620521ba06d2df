import type { Command } from 'commander'

/** Defines the `quiz packs` commands. Each command loads only the code that it needs. */
export function packCommands(program: Command): void {
  const packs = program.command('packs').description('The question packs of a workspace')
  packs
    .command('list')
    .description('List the packs of a workspace')
    .requiredOption('--workspace <ref>', 'such as slack:T1')
    .option('--json', 'print JSON')
    .action(async (options) => (await import('./packs.ts')).packsList(options))
  packs
    .command('import')
    .description(
      'Import a folder of question files as a pack of a workspace, and retire questions that are no longer in it',
    )
    .argument('<folder>', 'question files, as questions/README.md describes them')
    .requiredOption('--workspace <ref>', 'such as slack:T1')
    .option('--name <name>', 'the name of the pack (default: the name in its pack.yaml)')
    .action(async (folder, options) => (await import('./import-pack.ts')).packsImport(folder, options))
  packs
    .command('export')
    .description('Write a pack as the folder that packs import reads')
    .requiredOption('--workspace <ref>', 'such as slack:T1')
    .requiredOption('--name <name>', 'the name of the pack')
    .requiredOption('--out <folder>', 'a new folder')
    .action(async (options) => (await import('./packs.ts')).packsExport(options))
  packs
    .command('retire')
    .description('Stop asking these questions')
    .argument('<ids...>', 'their ids in the pack')
    .requiredOption('--workspace <ref>', 'such as slack:T1')
    .requiredOption('--name <name>', 'the name of the pack')
    .option('--undo', 'ask them again')
    .action(async (ids, options) => (await import('./packs.ts')).packsRetire(ids, options))
  packs
    .command('remove')
    .description('Remove a pack')
    .requiredOption('--workspace <ref>', 'such as slack:T1')
    .requiredOption('--name <name>', 'the name of the pack')
    .option('--yes', 'remove it (otherwise only print what would be removed)')
    .action(async (options) => (await import('./packs.ts')).packsRemove(options))
}
