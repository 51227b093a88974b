package org.vigie.seal;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.vigie.kernel.Secret;

/** Argon2id, version 0x13 (RFC 9106). */
final class Argon {

  private static final int OUTPUT = 32;

  private Argon() {}

  static Secret stretch(Secret secret, byte[] salt, ArgonPolicy policy) {
    var parameters = parameters(policy).withSalt(salt);
    return secret.use(bytes -> Secret.take(run(parameters, bytes)));
  }

  static Argon2Parameters.Builder parameters(ArgonPolicy policy) {
    return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
        .withMemoryAsKB(policy.memoryKib())
        .withIterations(policy.iterations())
        .withParallelism(policy.lanes());
  }

  static byte[] run(Argon2Parameters.Builder parameters, byte[] secret) {
    var generator = new Argon2BytesGenerator();
    generator.init(parameters.build());
    var output = new byte[OUTPUT];
    generator.generateBytes(secret, output);
    return output;
  }
}
