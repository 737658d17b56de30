# Installs the build into an empty folder and looks for everything a therapist's machine needs, then asks the installed
# program for its version. Called by ctest with -DBUILD=<build folder> -DPREFIX=<folder to fill>.
file(REMOVE_RECURSE ${PREFIX})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
foreach(file
    bin/pegboard
    share/pegboard/library.db
    share/pegboard/fonts/Inter-Regular.otf
    share/pegboard/fonts/Inter-Medium.otf
    share/pegboard/fonts/Inter-SemiBold.otf
    share/pegboard/fonts/materialdesignicons-webfont.ttf
    share/pegboard/illustrations/handwriting.svg
    share/icons/hicolor/scalable/apps/org.pegboard.Pegboard.svg
    share/icons/hicolor/16x16/apps/org.pegboard.Pegboard.png
    share/icons/hicolor/512x512/apps/org.pegboard.Pegboard.png
    share/icons/hicolor/48x48/mimetypes/application-x-pegboard.png
    share/applications/org.pegboard.Pegboard.desktop
    share/metainfo/org.pegboard.Pegboard.metainfo.xml
    share/mime/packages/org.pegboard.Pegboard.xml
    share/man/man1/pegboard.1)
  if(NOT EXISTS ${PREFIX}/${file})
    message(SEND_ERROR "${file} was not installed")
  endif()
endforeach()
execute_process(COMMAND ${PREFIX}/bin/pegboard --version OUTPUT_VARIABLE version COMMAND_ERROR_IS_FATAL ANY)
message(STATUS "Installed: ${version}")
