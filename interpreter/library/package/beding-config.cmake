# find_package(beding): beding::engine runs compiled documents, beding::beding also compiles. What the libraries
# themselves need, the linker finds.
include(${CMAKE_CURRENT_LIST_DIR}/beding-targets.cmake)
