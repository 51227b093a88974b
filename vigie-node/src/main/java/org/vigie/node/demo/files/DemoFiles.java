package org.vigie.node.demo.files;

import java.util.ArrayList;
import java.util.List;
import org.vigie.node.demo.story.Story;

/** Makes every file of the story. */
public final class DemoFiles {

  private DemoFiles() {}

  /** The files of the story, each one named by an exhibit. The same story gives the same bytes. */
  public static List<DemoFile> of(Story story) {
    var files = new ArrayList<DemoFile>();
    for (var chat : story.chats()) {
      files.add(ChatExport.of(chat));
    }
    for (var screen : story.screens()) {
      files.add(new DemoFile(screen.file(), "image/png", PhoneScreen.png(screen)));
    }
    for (var voice : story.voices()) {
      files.add(new DemoFile(voice.file(), "audio/wav", Voice.wav(voice.words(), 1)));
    }
    for (var photo : story.photos()) {
      var exif = Exif.of(photo.at(), 44.5, -8.25);
      files.add(new DemoFile(photo.file(), "image/jpeg", exif.into(Photo.pavement(1))));
    }
    return List.copyOf(files);
  }
}
