import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The reason why a certificate can't be created here, or undefined if it can. */
export async function whyNoOpenssl(): Promise<string | undefined> {
  return run('openssl', ['version']).then(
    () => undefined,
    () => 'no openssl on PATH (Debian: apt-get install openssl)',
  )
}

/** A self-signed certificate for another host, valid for a day. */
export async function selfSigned(folder: string): Promise<{ certificate: string; key: string }> {
  const certificate = join(folder, 'certificate.pem')
  const key = join(folder, 'key.pem')
  const subject = ['-subj', '/CN=somewhere-else', '-days', '1']
  const files = ['-out', certificate, '-keyout', key]
  await run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...files, ...subject])
  return { certificate, key }
}
