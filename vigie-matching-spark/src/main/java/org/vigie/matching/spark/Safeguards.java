package org.vigie.matching.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;

/**
 * The settings without which a cluster would show what a job works on. Protects what processes send
 * one another and what they write to local disks against whoever has no account there, also if they
 * can alter what goes over a line; does not protect against the cluster's own administrators, who
 * can read the memory of a worker, nor against whoever else has the secret of a standalone cluster.
 */
final class Safeguards {

  private static final Map<String, String> NEEDED = needed();
  private static final Map<String, String> BETTER = better();

  private Safeguards() {}

  /** Spark has none of them so unless told. */
  private static Map<String, String> needed() {
    var needed = new LinkedHashMap<String, String>();
    needed.put("spark.authenticate", "true");
    needed.put("spark.network.crypto.enabled", "true");
    needed.put("spark.network.crypto.authEngineVersion", "2");
    needed.put("spark.network.crypto.cipher", "AES/GCM/NoPadding");
    // Otherwise whoever spoils the first message of a line gets both ends to speak in clear
    needed.put("spark.network.crypto.saslFallback", "false");
    needed.put("spark.authenticate.enableSaslEncryption", "true");
    needed.put("spark.io.encryption.enabled", "true");
    return needed;
  }

  private static Map<String, String> better() {
    var better = new LinkedHashMap<String, String>();
    better.put("spark.io.encryption.keySizeBits", "256");
    better.put("spark.ui.enabled", "false");
    return better;
  }

  /** Sets what nobody set. */
  static SparkConf set(SparkConf settings) {
    NEEDED.forEach(settings::setIfMissing);
    BETTER.forEach(settings::setIfMissing);
    return settings;
  }

  /** A setting that somebody made another, if any is, with what it has to be. */
  static Optional<String> off(SparkConf settings) {
    return NEEDED.entrySet().stream()
        .filter(one -> !settings.get(one.getKey(), one.getValue()).equalsIgnoreCase(one.getValue()))
        .map(one -> one.getKey() + " " + one.getValue())
        .findFirst();
  }
}
