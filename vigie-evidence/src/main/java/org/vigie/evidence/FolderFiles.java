package org.vigie.evidence;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A package as a folder. Links are never followed. */
final class FolderFiles implements PackageFiles {

  private static final int MAX_DEPTH = 16;
  private static final int MAX_FILES = 500_000;

  private final SortedMap<String, Content> contents = new TreeMap<>();
  private final List<CheckResult> faults = new ArrayList<>();

  FolderFiles(Path folder) throws IOException {
    Files.walkFileTree(folder, Set.of(), MAX_DEPTH, new Visitor(folder));
  }

  private final class Visitor extends SimpleFileVisitor<Path> {

    private final Path folder;

    Visitor(Path folder) {
      this.folder = folder;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      var path = folder.relativize(file).toString().replace('\\', '/');
      if (!attributes.isRegularFile() || !PackageNames.isPath(path)) {
        faults.add(CheckResult.failed("file.impossible", path));
      } else {
        contents.put(path, () -> Files.newInputStream(file));
      }
      return contents.size() > MAX_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
        throws IOException {
      if (e != null) {
        throw e;
      }
      var path = folder.relativize(visited).toString().replace('\\', '/');
      if (!path.isEmpty() && !hasFilesBelow(path + "/")) {
        faults.add(CheckResult.failed("folder.added", path));
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private boolean hasFilesBelow(String prefix) {
    var after = contents.tailMap(prefix);
    return !after.isEmpty() && after.firstKey().startsWith(prefix);
  }

  @Override
  public SortedMap<String, Content> contents() {
    return contents;
  }

  @Override
  public List<CheckResult> faults() {
    return faults;
  }

  @Override
  public Optional<String> folderName() {
    return Optional.empty();
  }

  @Override
  public long statedCrc(String path) {
    return -1;
  }

  @Override
  public void close() {}
}
