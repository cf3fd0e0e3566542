/** An engine that is not ours, and reads what we write. */
package weir.s3;
