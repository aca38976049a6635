#!/bin/sh
# Makes what an installation must keep to itself: secrets.sh DIR [CAMPAIGN] [SERVICE]
#
#   secrets.env         settings of the program: master key, both connections, WeChat's accounts (to be filled in)
#   cell-users.conf     users of the cell's Redis, control-users.conf those of the cluster's; digests only
#   grafana.env         password of the dashboards' user "admin"
#   backup.env          password of Redis' operator, for backups
#
# CELL and CONTROL (environment) are host:port of the two; by default the services of k8s/base. Nothing is overwritten: a
# lost master key makes open links and sealed words unreadable. Keep a copy of DIR where the machine's disk is not.
set -eu
dir=$1
campaign=${2:-jiangmen}
service=${3:-engagement}
here=$(cd "$(dirname "$0")" && pwd)
umask 077
mkdir -p "$dir"
for file in secrets.env cell-users.conf control-users.conf backup.env grafana.env; do
    if [ -e "$dir/$file" ]; then
        echo "secrets.sh: $dir/$file exists; nothing was changed." >&2
        exit 1
    fi
done

random() { head -c "$1" /dev/urandom | base64 | tr -d '\n'; }
word() { random 33 | tr '+/' '-_'; } # goes into a connection string: no comma, no equals sign
digest() { printf %s "$1" | sha256sum | cut -d' ' -f1; }

cell=$(word)
control=$(word)
operator=$(word)
for store in cell control; do
    eval "password=\$$store"
    sed -e "s/CAMPAIGN/$campaign/g" -e "s/SERVICE/$service/g" -e "s/PASSWORD_SHA256/$(digest "$password")/g" \
        -e "s/OPERATOR_SHA256/$(digest "$operator")/g" "$here/redis-$store-users.conf" | grep -v '^#' >"$dir/$store-users.conf"
    chmod 644 "$dir/$store-users.conf" # Redis is another user; the folder stays closed
done
echo "REDISCLI_AUTH=$operator" >"$dir/backup.env"
echo "GF_SECURITY_ADMIN_PASSWORD=$(word)" >"$dir/grafana.env"
cat >"$dir/secrets.env" <<END
Keys__Master=$(random 32)
Store__Connection=${CELL:-cell:6379},user=engagement,password=$cell
Control__Connection=${CONTROL:-control:6379},user=engagement,password=$control
WeChat__AppId=
WeChat__AppSecret=
WeChat__MiniProgramAppId=
WeChat__MiniProgramAppSecret=
END
echo "secrets.sh: wrote $dir; fill in WeChat's accounts in secrets.env, and keep a copy elsewhere." >&2
