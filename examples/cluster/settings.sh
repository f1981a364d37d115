# What the scripts of this folder share. Every path lies on a disk that all machines see.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

SER="$here/ser"                # the command line; `ser` alone where the package is installed
DATA=("$HOME/ravdess")         # folders or zips of clips
WORK="$HOME/ser-work"          # where everything lands: features/, table.parquet, crossvalidation/
SHARDS=32                      # parts of the feature table, one task each
RUN_SHARDS=5                   # parts of the cross-validation: no more than folds times seeds
EXTRACT=(--recipe functionals-lda)                    # further options of `ser features`
TRAIN=(--recipe functionals-lda --protocol speaker)   # further options of `ser crossvalidate`
