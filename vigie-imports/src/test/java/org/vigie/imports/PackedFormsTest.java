package org.vigie.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vigie.imports.forms.ExportForm;
import org.vigie.imports.forms.ExportForms;
import org.vigie.imports.tar.Tars;
import org.vigie.imports.zip.Zips;
import org.vigie.testkit.Trials;

class PackedFormsTest {

  private static final int LARGEST = 20;

  /** How files come in archives. */
  private enum Packing {
    ZIP {
      @Override
      byte[] pack(byte[] file) throws Exception {
        return new Zips().deflated("export/file", file).stored("photo", new byte[9]).bytes();
      }
    },
    TAR {
      @Override
      byte[] pack(byte[] file) {
        return new Tars().folder("export/").file("export/file", file).bytes();
      }
    },
    TAR_GZ {
      @Override
      byte[] pack(byte[] file) throws Exception {
        return Tars.gzip(TAR.pack(file));
      }
    },
    GZIP {
      @Override
      byte[] pack(byte[] file) throws Exception {
        return Tars.gzip(file);
      }
    },
    ZIP_IN_ZIP {
      @Override
      byte[] pack(byte[] file) throws Exception {
        return ZIP.pack(ZIP.pack(file));
      }
    },
    TAR_IN_ZIP {
      @Override
      byte[] pack(byte[] file) throws Exception {
        return ZIP.pack(TAR.pack(file));
      }
    },
    ZIP_IN_TAR {
      @Override
      byte[] pack(byte[] file) throws Exception {
        return TAR.pack(ZIP.pack(file));
      }
    };

    abstract byte[] pack(byte[] file) throws Exception;
  }

  /** What is an archive itself comes in one, not in two. */
  private static final List<Packing> ONCE =
      List.of(Packing.ZIP, Packing.TAR, Packing.TAR_GZ, Packing.GZIP);

  private static final List<String> GROUPS =
      ExportForms.ALL.stream().map(ExportForm::group).distinct().toList();

  /** A form of any group; WhatsApp has many of them. */
  private static ExportForm any(RandomGenerator random) {
    var group = GROUPS.get(random.nextInt(GROUPS.size()));
    var forms = ExportForms.ALL.stream().filter(f -> f.group().equals(group)).toList();
    return forms.get(random.nextInt(forms.size()));
  }

  @Test
  void reads_every_form_in_archives_nested_once() {
    Trials.forAll(
        LARGEST,
        (random, size) -> {
          var form = any(random);
          var document = form.write(random, size);
          var packings = form.isArchive() ? ONCE : List.of(Packing.values());
          var packing = packings.get(random.nextInt(packings.size()));
          var read = Reads.bytes(packing.pack(document.bytes()), document.told());
          FormsPropertyTest.check(form, document.messages(), read);
        });
  }

  @Test
  void reads_damaged_files_of_every_form_with_every_byte_accounted_for_or_refuses_them() {
    Trials.forAll(
        LARGEST,
        (random, size) -> {
          var document = any(random).write(random, size);
          var damaged = document.bytes();
          for (var i = random.nextInt(1, 20); i > 0; i--) {
            var at = random.nextInt(damaged.length);
            var from = random.nextInt(damaged.length);
            damaged[at] = random.nextBoolean() ? damaged[from] : (byte) random.nextInt();
          }
          var length = random.nextInt(3) == 0 ? random.nextInt(damaged.length) : damaged.length;
          try {
            Reads.bytes(Arrays.copyOf(damaged, length), ReadOptions.NONE);
          } catch (ImportRefused refused) {
            assertThat(refused.key()).startsWith("import.");
          }
        });
  }
}
