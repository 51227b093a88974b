// Seals or opens standard input with the npm package age-encryption.
import { buffer } from "node:stream/consumers";
import * as age from "age-encryption";

const [verb, key] = process.argv.slice(2);
const input = new Uint8Array(await buffer(process.stdin));
if (verb === "recipient") {
  process.stdout.write(await age.identityToRecipient(key));
} else if (verb === "seal") {
  const sealing = new age.Encrypter();
  sealing.addRecipient(key);
  process.stdout.write(await sealing.encrypt(input));
} else {
  const opening = new age.Decrypter();
  opening.addIdentity(key);
  process.stdout.write(await opening.decrypt(input));
}
